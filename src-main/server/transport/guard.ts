import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors/app-error.ts';
import type { Sessions } from '../auth/sessions.ts';
import { type Action, may, type Scope } from '../permissions.ts';
import type { Caller } from '../ports.ts';
import { apiRoot } from './address.ts';
import { credentialsOf, streamCredentialsOf } from './credential.ts';
import type { Gate } from './gate.ts';
import { isSafe } from './safe-method.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the caller must be allowed to do; `open` for everyone, signed in or not. */
    access?: Action | 'open';
    /** With `own` also those come in who may do it to what is theirs; the route looks whose it is. */
    scope?: Scope;
    /** A stream: its credential may also stand in the address ([AUT4]). */
    isStream?: boolean;
    /** It only says that the address does not take that method ([ADR2]). */
    isRefused?: boolean;
  }
  interface FastifyRequest {
    /** Who has come, by the guard; of an open route also nobody. */
    caller: Caller | null;
    /** The body as it came, before it was checked and completed; what an Idempotency-Key stands for. */
    sentBody: unknown;
  }
}

export type GuardDeps = { readonly sessions: Sessions; readonly gate: Gate };

/**
 * In front of every route: closed unless it says `open`, and a route that says nothing is not even registered
 * ([PER1]). Under `/api` an unknown address without a credential is 401 like any other.
 */
export function guard(app: FastifyInstance, { sessions, gate }: GuardDeps): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('sentBody', null);
  app.addHook('onRoute', ({ url, config }) => {
    if (config?.access === undefined) throw new Error(`route ${url} does not say who may use it`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = accessOf(request);
    const refusal = gate.refusal(request.raw, !isSafe(request.method));
    const caller = refusal
      ? undefined
      : await firstCaller(sessions, tokensOf(request)).catch((error) => {
          if (access === 'open' && isPutOff(error)) return undefined;
          limit(gate, undefined, request, reply);
          throw error;
        });
    if (caller) gate.know(request.raw.socket, caller);
    limit(gate, caller, request, reply);
    if (refusal) throw refusal;
    if (isEncoded(request))
      throw new AppError('wrong_content_type', 'Send the body as it is, without Content-Encoding.');
    request.caller = caller ?? null;
    if (access === 'open') return;
    if (!caller) throw new AppError('not_authenticated');
    refuseForAnother(request.headers['made-by'], caller);
    if (access !== undefined && !may(caller.role, access, request.routeOptions.config.scope))
      throw new AppError('not_allowed');
  });
  app.addHook('preValidation', async (request) => {
    request.sentBody = request.body;
  });
}

/** Outside the API nothing is behind an unknown address but an answer that says so. */
const accessOf = (request: FastifyRequest): Action | 'open' | undefined =>
  request.routeOptions.config.access ?? (isApi(request) ? undefined : 'open');
/** Who they are is not known yet ([KEP1]). */
export const isPutOff = (error: unknown): boolean => error instanceof AppError && error.code === 'busy';
const isEncoded = ({ headers }: FastifyRequest) => !['identity', undefined].includes(headers['content-encoding']);
const isApi = ({ url }: FastifyRequest) => url.startsWith(apiRoot);

function tokensOf({ routeOptions, url, raw }: FastifyRequest): readonly string[] {
  if (!routeOptions.config.isStream) return credentialsOf(raw);
  return streamCredentialsOf(raw, new URL(url, 'http://kitchen-pass').searchParams);
}

/** Also of what is open: those who are signed in never share what strangers have left ([LIM1]). */
function limit(gate: Gate, caller: Caller | undefined, { ip }: FastifyRequest, reply: FastifyReply): void {
  if (caller ? gate.limits.caller(caller) : gate.limits.stranger(ip)) return;
  // Whoever is refused and goes on has to connect anew for each try.
  if (!caller) reply.header('connection', 'close');
  throw new AppError('too_many_requests');
}

/** Where a person's session has ended, the device that they were at goes on as itself. */
export async function firstCaller(sessions: Sessions, tokens: readonly string[]): Promise<Caller | undefined> {
  for (const token of tokens) {
    const caller = await sessions.callerOf(token);
    if (caller) return caller;
  }
  return undefined;
}

/**
 * A screen says whose tap it is. Meanwhile somebody else may have signed in on that device, in another tab: done in
 * their name under their keys, it could be done a second time in its own ([OBX5]).
 */
function refuseForAnother(madeBy: string | string[] | undefined, { userId }: Caller): void {
  if (madeBy === undefined || madeBy === userId) return;
  throw new AppError('not_authenticated', 'Somebody else made this; it waits until they sign in again.');
}

/** The caller of a route that is not open. */
export function callerIn(request: FastifyRequest): Caller {
  if (!request.caller) throw new AppError('not_authenticated');
  return request.caller;
}
