/** Of a failure what a log may keep; one that led to another is its `cause`. */
export type PlainError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly at?: string;
  readonly cause?: PlainError;
};

const mostCauses = 3;

/**
 * [LOG1] Errors carry more than they say: fields with what was sent, and messages that quote it, as those of JSON do.
 * What is kept is the kind, the code, the message where it quotes nothing, and where it happened.
 */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error was thrown' };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error instanceof SyntaxError ? 'text that could not be read' : error.message,
    ...(code === undefined ? {} : { code }),
    ...placeOf(error),
    ...(error.cause instanceof Error && depth < mostCauses ? { cause: plainError(error.cause, depth + 1) } : {}),
  };
}

/** The stack begins with the message, which is told or not told beside it. */
function placeOf({ stack = '' }: Error): { readonly at?: string } {
  const start = stack.search(/\n\s+at /);
  return start < 0 ? {} : { at: stack.slice(start + 1) };
}
