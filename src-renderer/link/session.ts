import { type Answer, createAsk, nothing } from './ask.ts';
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
  /** The paired device that they act at; there people change over by PIN ([PIN1]). Null for who came by password. */
  readonly deviceId: string | null;
  /** As what this browser is paired, whoever is signed in on it. */
  readonly pairedAs: string | null;
};

/** A device that is used by nobody in particular. */
export const isDevice = ({ userId, deviceId }: Pick<Person, 'userId' | 'deviceId'>): boolean =>
  deviceId !== null && userId === `device:${deviceId}`;

/** Who is at this screen. The cookie that proves it is httpOnly: this code never sees it. */
export interface SessionApi {
  me(): Promise<Answer<Person>>;
  /** The same question, when only the answering matters. */
  probe(): Promise<ProbeAnswer>;
  signIn(username: string, password: string): Promise<Answer<null>>;
  /** Changes over to a person on a paired device. */
  signInByPin(userId: string, pin: string): Promise<Answer<null>>;
  signOut(): Promise<Answer<null>>;
  choosePassword(current: string, chosen: string): Promise<Answer<null>>;
}

/** A request that is given up leaves its place among the browser's six behind, taken: better one that waits. */
const probeMs = 60_000;

/** A busy server is asked again in silence; who mistypes must know why nothing is taken any more ([TRY1]). */
const toldAtDoor: ReadonlySet<string> = new Set(['too_many_tries']);

export function createSessionApi(http: SendHttp): SessionApi {
  const ask = createAsk(http, toldAtDoor);
  return {
    me: () => ask({ method: 'GET', path: '/auth/me' }, toPerson),
    probe: async () => {
      const { kind } = await ask({ method: 'GET', path: '/auth/me', limitMs: probeMs }, nothing);
      return kind === 'ok' || kind === 'refused' ? 'answers' : kind;
    },
    signIn: (username, password) => ask({ method: 'POST', path: '/auth/login', body: { username, password } }, nothing),
    signInByPin: (userId, pin) => ask({ method: 'POST', path: '/auth/pin', body: { user_id: userId, pin } }, nothing),
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
    deviceId: wire.device_id ? String(wire.device_id) : null,
    pairedAs: wire.paired_as ? String(wire.paired_as) : null,
  };
}
