import { type ErrorCode, errorCatalogue } from './catalogue.ts';

/** Where in the request the trouble is, as a path (`items[0].quantity`), and what it is. */
export type FieldError = { readonly path: string; readonly reason: string };

/** RFC 9457 body, `application/problem+json`. */
export type Problem = {
  readonly type: 'about:blank';
  readonly status: number;
  readonly code: ErrorCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
};

/** What a door throws in normal use; anything else that is thrown is a bug of ours. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];

  constructor(code: ErrorCode, detail: string = errorCatalogue[code].title, errors: readonly FieldError[] = []) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

export function toProblem(code: ErrorCode, detail: string, errors: readonly FieldError[] = []): Problem {
  const { status, title } = errorCatalogue[code];
  return { type: 'about:blank', status, code, title, detail, errors };
}
