import { setTimeout as wait } from 'node:timers/promises';
import type { LoginOut } from '#shared/protocol/auth-requests.ts';

/** Why nothing more can be done; `message` is one line for a person. */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure';
}

export type ClientOptions = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Chooses the wait before a retry; injected so that a run can be repeated. */
  readonly random: () => number;
  /** For so long the server may be away, in milliseconds, before the client gives up. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Told of every attempt after the first. */
  onRetry(): void;
};

export type Answer = { readonly status: number; readonly json: unknown };
export type ClientRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** Idempotency-Key; the same through all attempts, which is what makes retrying safe. */
  readonly key?: string;
};

/** A POS-like client of one server that is never content with no answer. */
export interface KitchenClient {
  /** First contact. Throws `ClientFailure` when nobody answers or the password is wrong: somebody is there to mend it. */
  signIn(): Promise<void>;
  /**
   * Sends until there is an answer: through refused connections, resets, silence, 503 and an expired sign-in. Gives the
   * answer, also a refusal; throws `ClientFailure` when the server has been away for longer than the patience.
   */
  send(request: ClientRequest): Promise<Answer>;
}

/** A stuck connection is given up after this and the request sent anew. */
const attemptMs = 10_000;
const firstWaitMs = 100;
const longestWaitMs = 3000;
/** One renewal is normal, a second can be bad luck; more would go on for ever. */
const mostSignIns = 3;

export function createKitchenClient(options: ClientOptions): KitchenClient {
  let token = '';
  let renewal: Promise<void> | undefined;
  let heardAtMs: number | undefined;

  async function send(request: ClientRequest): Promise<Answer> {
    for (let signIns = 0; signIns <= mostSignIns; signIns += 1) {
      const usedToken = token;
      const answer = await answered(request, usedToken);
      if (answer.status !== 401) return answer;
      options.onRetry();
      await renew(usedToken);
    }
    throw new ClientFailure(`${options.url} takes the sign-in of ${options.user} but not the requests that follow`);
  }

  /** Many requests may learn at once that the sign-in has ended; one of them renews it for all. */
  function renew(usedToken: string): Promise<void> {
    if (usedToken !== token) return Promise.resolve();
    renewal ??= signIn().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function signIn(): Promise<void> {
    const { user: username, password } = options;
    const answer = await answered({ method: 'POST', path: '/auth/login', body: { username, password } }, '');
    if (answer.status === 401) throw new ClientFailure(`the password for ${username} is wrong`);
    const { access_token } = answer.status === 200 ? (answer.json as LoginOut) : {};
    if (!access_token) throw new ClientFailure(`${options.url} is not a Kitchen Pass: login answered ${answer.status}`);
    token = access_token;
  }

  async function answered(request: ClientRequest, withToken: string): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      if (attempt > 0) options.onRetry();
      const result = await attemptOnce(options, request, withToken);
      if ('answer' in result) {
        heardAtMs = Date.now();
        if (!comesBack(result.answer.status)) return result.answer;
      } else if (heardAtMs === undefined || Date.now() - heardAtMs > options.patienceMs) {
        throw new ClientFailure(`cannot reach ${options.url}: ${result.trouble}`);
      }
      await wait(fullJitter(attempt, options.random), undefined, { signal: options.signal });
    }
  }

  return { signIn, send };
}

/** The server's own "later": stopping, busy, not stored, too many at once. */
const comesBack = (status: number): boolean => status >= 500 || status === 429;

/** Anything between nothing and a doubling bound, so that many clients do not come back in one moment. */
function fullJitter(attempt: number, random: () => number): number {
  return random() * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt, 10));
}

type Attempt = { readonly answer: Answer } | { readonly trouble: string };

async function attemptOnce(options: ClientOptions, request: ClientRequest, token: string): Promise<Attempt> {
  options.signal?.throwIfAborted();
  try {
    const response = await fetch(`${options.url}/api/v1${request.path}`, {
      method: request.method,
      headers: headersOf(request, token),
      signal: AbortSignal.any([AbortSignal.timeout(attemptMs), ...(options.signal ? [options.signal] : [])]),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    return { answer: { status: response.status, json: parseJson(await response.text()) } };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { trouble: troubleOf(error) };
  }
}

function headersOf({ body, key }: ClientRequest, token: string): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
}

/** A proxy's error page is no JSON; its status still says enough. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function troubleOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  if (code === 'ECONNREFUSED') return 'nothing answers there; is the server running?';
  if (code === 'ENOTFOUND') return 'no machine of that name is known';
  if (inner instanceof Error && inner.name === 'TimeoutError') return `no answer within ${attemptMs / 1000} seconds`;
  return inner instanceof Error ? inner.message : String(inner);
}
