import { errorCatalogue, isErrorCode } from '#shared/errors/catalogue.ts';
import type { HttpAnswer } from './http.ts';

/** What was said against a request, for a person to read. */
export type Objection = { readonly code: string; readonly title: string; readonly detail: string };

/** An answer sorted by what the caller does next. */
export type Verdict =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'again' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly objection: Objection };

/**
 * Goes by the problem's code; one that only a newer server knows, by its status. Without a code it was something in
 * between that spoke, and nothing is known of what the kitchen thinks ([ANS1]).
 */
export function judge(answer: HttpAnswer): Verdict {
  if (answer.kind === 'unreachable') return { kind: 'again' };
  if (answer.status >= 200 && answer.status < 300) return { kind: 'done', body: answer.body };
  const objection = objectionOf(answer);
  if (!objection) return { kind: 'again' };
  const next = isErrorCode(objection.code) ? errorCatalogue[objection.code].next : nextByStatus(answer.status);
  if (next === 'retry') return { kind: 'again' };
  return objection.code === 'not_authenticated' ? { kind: 'signed-out' } : { kind: 'refused', objection };
}

const retryable: ReadonlySet<number> = new Set([408, 425, 429]);
const nextByStatus = (status: number) => (status >= 500 || retryable.has(status) ? 'retry' : 'give-up');

export function objectionOf({ status, body }: { status: number; body: unknown }): Objection | undefined {
  const code = problemCode(body);
  if (code === undefined) return undefined;
  const problem = body as Record<string, unknown>;
  const title = wordsIn(problem.title) ?? `HTTP ${status}`;
  return { code, title, detail: wordsIn(problem.detail) ?? title };
}

/** The code of one of our problems; `undefined` for anything else ([ERR2]). */
export function problemCode(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'code' in body ? wordsIn(body.code) : undefined;
}

const wordsIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
