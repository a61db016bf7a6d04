import type { NewPairRequestOut, PairedOut, PairStateOut } from '#shared/protocol/device-requests.ts';
import { type Answer, createAsk, tellsToWait } from './ask.ts';
import type { HttpRequest, SendHttp } from './http.ts';

/** What the device has become; the token itself came as a cookie that no script can read. */
export type Paired = { readonly name: string; readonly role: string };

/** What a device that waits is told. */
export type Waiting =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused' | 'over' }
  | ({ readonly state: 'approved' } & Paired);

/** How a device asks to be let in ([PAI1]); nobody is signed in on it yet. */
export interface PairApi {
  claim(secret: string, name: string): Promise<Answer<Paired>>;
  request(name: string): Promise<Answer<{ readonly secret: string; readonly code: string }>>;
  /** What became of it; whoever has its secret is let in. */
  pickUp(secret: string): Promise<Answer<Waiting>>;
  /** As what this browser is paired already; null for one that is not. */
  pairedAs(): Promise<string | null>;
}

export function createPairApi(http: SendHttp): PairApi {
  const ask = createAsk(http, tellsToWait);
  const post = (path: string, body: unknown): HttpRequest => ({ method: 'POST', path, body });
  return {
    claim: (secret, name) => ask(post('/pair/claim', { secret, name }), toPaired),
    request: (name) => ask(post('/pair/requests', { name }), toRequest),
    pickUp: (secret) => ask(post('/pair/pickup', { pickup_secret: secret }), toWaiting),
    pairedAs: async () => {
      const answer = await ask({ method: 'GET', path: '/auth/me' }, toPairedAs);
      return answer.kind === 'ok' ? answer.value.name : null;
    },
  };
}

const has = <Key extends string>(body: unknown, key: Key): body is Record<Key, unknown> =>
  typeof body === 'object' && body !== null && key in body;

function toPaired(body: unknown): Paired | undefined {
  if (!has(body, 'device_id')) return undefined;
  const { name, role } = body as unknown as PairedOut;
  return { name, role };
}

function toRequest(body: unknown): { secret: string; code: string } | undefined {
  if (!has(body, 'pickup_secret')) return undefined;
  const { pickup_secret: secret, code } = body as unknown as NewPairRequestOut;
  return { secret, code };
}

function toWaiting(body: unknown): Waiting | undefined {
  if (!has(body, 'state')) return undefined;
  const found = body as unknown as PairStateOut;
  if (found.state === 'approved') return { state: 'approved', name: found.name, role: found.role };
  return { state: found.state };
}

const toPairedAs = (body: unknown): { name: string | null } | undefined =>
  has(body, 'paired_as') ? { name: typeof body.paired_as === 'string' ? body.paired_as : null } : undefined;
