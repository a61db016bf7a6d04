import { type ErrorCode, errorCatalogue } from '#shared/errors/catalogue.ts';
import type { HttpAnswer } from './http.ts';

/** What was said against a request, for a person to read. */
export type Objection = { readonly code: string; readonly title: string; readonly detail: string };

/** An answer sorted by what the caller does next. */
export type Verdict =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'again' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly objection: Objection };

/** Goes by the problem's code; an answer from something in between, which has none of ours, by its status. */
export function judge(answer: HttpAnswer): Verdict {
  if (answer.kind === 'unreachable') return { kind: 'again' };
  if (answer.status >= 200 && answer.status < 300) return { kind: 'done', body: answer.body };
  const objection = objectionOf(answer);
  const next = isOurs(objection.code) ? errorCatalogue[objection.code].next : nextByStatus(answer.status);
  if (next === 'retry') return { kind: 'again' };
  return objection.code === 'not_authenticated' ? { kind: 'signed-out' } : { kind: 'refused', objection };
}

const isOurs = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

const retryable: ReadonlySet<number> = new Set([408, 425, 429]);
const nextByStatus = (status: number) => (status >= 500 || retryable.has(status) ? 'retry' : 'give-up');

function objectionOf({ status, body }: { status: number; body: unknown }): Objection {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const title = wordsIn(problem.title) ?? `HTTP ${status}`;
  return { code: wordsIn(problem.code) ?? 'unknown', title, detail: wordsIn(problem.detail) ?? title };
}

const wordsIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
