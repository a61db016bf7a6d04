import { judge, type Objection } from './answer.ts';
import type { SendHttp } from './http.ts';
import type { ProbeAnswer } from './session-probe.ts';

export type Person = {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly restaurantId: string;
  readonly restaurantName: string | null;
  readonly passwordIsTemporary: boolean;
};

/** `unreachable` covers a server that is busy or stopping: ask again later. */
export type SessionAnswer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly objection: Objection }
  | { readonly kind: 'unreachable' };

/** Who is at this screen. The cookie that proves it is httpOnly: this code never sees it. */
export interface SessionApi {
  me(): Promise<SessionAnswer<Person>>;
  /** The same question, when only the answering matters. */
  probe(): Promise<ProbeAnswer>;
  signIn(username: string, password: string): Promise<SessionAnswer<null>>;
  signOut(): Promise<SessionAnswer<null>>;
  choosePassword(current: string, chosen: string): Promise<SessionAnswer<null>>;
}

/** A request that is given up leaves its place among the browser's six behind, taken: better one that waits. */
const probeMs = 60_000;

export function createSessionApi(http: SendHttp): SessionApi {
  async function ask<Value>(
    request: Parameters<SendHttp>[0],
    read: (body: unknown) => Value | undefined,
  ): Promise<SessionAnswer<Value>> {
    const verdict = judge(await http(request));
    if (verdict.kind === 'signed-out' || verdict.kind === 'refused') return verdict;
    const value = verdict.kind === 'done' ? read(verdict.body) : undefined;
    return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value };
  }
  const nothing = () => null;
  return {
    me: () => ask({ method: 'GET', path: '/auth/me' }, toPerson),
    probe: async () => {
      const { kind } = await ask({ method: 'GET', path: '/auth/me', limitMs: probeMs }, nothing);
      return kind === 'ok' || kind === 'refused' ? 'answers' : kind;
    },
    signIn: (username, password) => ask({ method: 'POST', path: '/auth/login', body: { username, password } }, nothing),
    signOut: () => ask({ method: 'POST', path: '/auth/logout' }, nothing),
    choosePassword: (current, chosen) =>
      ask(
        { method: 'POST', path: '/auth/password', body: { current_password: current, new_password: chosen } },
        nothing,
      ),
  };
}

/** `undefined` for what says nothing of anybody ([ANS1]). */
function toPerson(body: unknown): Person | undefined {
  if (typeof body !== 'object' || body === null || !('user_id' in body)) return undefined;
  const wire = body as Record<string, string | boolean | null | undefined>;
  return {
    userId: String(wire.user_id),
    username: String(wire.username ?? ''),
    displayName: String(wire.display_name ?? wire.username ?? ''),
    role: String(wire.role),
    restaurantId: String(wire.restaurant_id),
    restaurantName: wire.restaurant_name ? String(wire.restaurant_name) : null,
    passwordIsTemporary: wire.password_is_temporary === true,
  };
}
