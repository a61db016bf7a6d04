import type { FieldError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { judge, type Objection, objectionOf, type Verdict } from './answer.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';

/** What the kitchen says to a question that a person waits for. `unreachable` covers a server that is stopping: ask again later. */
export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'signed-out' }
  | Refused
  | { readonly kind: 'unreachable' };

export type Refused = {
  readonly kind: 'refused';
  readonly objection: Objection;
  /** Which fields are wrong, and why, in the server's words. */
  readonly fields: readonly FieldError[];
  /** When it may be tried again; null where that would be in vain. */
  readonly retryMs: number | null;
};

/** `read` makes of the body what is wanted, `undefined` for one that says nothing of it ([ANS1]). Never throws. */
export type Ask = <Value>(request: HttpRequest, read: (body: unknown) => Value | undefined) => Promise<Answer<Value>>;

/** @param told refusals that would be over by themselves, but that a person should hear of and not wait for in silence */
export function createAsk(http: SendHttp, told: ReadonlySet<string>): Ask {
  return async (request, read) => {
    const answer = await http(request);
    const verdict = judge(answer);
    if (verdict.kind === 'signed-out') return verdict;
    const refused = refusalIn(answer, verdict, told);
    if (refused) return refused;
    const value = verdict.kind === 'done' ? read(verdict.body) : undefined;
    return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value };
  };
}

/** Told to whoever types or taps: guessing is slowed down, or too many want the same. */
export const tellsToWait: ReadonlySet<string> = new Set<ErrorCode>(['too_many_tries', 'busy']);

function refusalIn(answer: HttpAnswer, verdict: Verdict, told: ReadonlySet<string>): Refused | undefined {
  if (answer.kind === 'unreachable' || verdict.kind === 'done') return undefined;
  const objection = verdict.kind === 'refused' ? verdict.objection : objectionOf(answer);
  if (!objection || (verdict.kind === 'again' && !told.has(objection.code))) return undefined;
  return { kind: 'refused', objection, ...particularsOf(answer.body) };
}

function particularsOf(body: unknown): Pick<Refused, 'fields' | 'retryMs'> {
  const { errors, retry_ms: retryMs } = body as { readonly errors?: unknown; readonly retry_ms?: unknown };
  return {
    fields: Array.isArray(errors) ? errors.filter(isFieldError) : [],
    retryMs: typeof retryMs === 'number' ? retryMs : null,
  };
}

const isFieldError = (error: unknown): error is FieldError =>
  typeof error === 'object' && error !== null && 'path' in error && 'reason' in error;

/** For answers that say all by being there. */
export const nothing = () => null;
