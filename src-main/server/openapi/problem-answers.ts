import { type ErrorCode, errorCatalogue } from '#shared/errors/catalogue.ts';

/** The refusals of an address; what several refuse alike is written once, in `components`. */
export interface ProblemWriter {
  /** One answer for each status, which says which codes it may have. */
  write(codes: readonly ErrorCode[]): Record<string, object>;
  readonly named: Readonly<Record<string, object>>;
}

export function createProblemWriter(): ProblemWriter {
  const named: Record<string, object> = {};

  function pointer(status: number, codes: readonly ErrorCode[]): object {
    const name = `${status}.${codes.join('.')}`;
    named[name] ??= problemAnswer(status, codes);
    return { $ref: `#/components/responses/${name}` };
  }

  return {
    named,
    write: (codes) => {
      const statuses = [...new Set(codes.map(statusOf))].toSorted((a, b) => a - b);
      return Object.fromEntries(
        statuses.map((status) => [
          status,
          pointer(status, codes.filter((code) => statusOf(code) === status).toSorted()),
        ]),
      );
    },
  };
}

const statusOf = (code: ErrorCode) => errorCatalogue[code].status;

const problemAnswer = (status: number, codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${errorCatalogue[code].title}.`).join(' '),
  ...(status === 429 || status === 503 ? { headers: retryAfter } : {}),
  content: { 'application/problem+json': { schema: problemWith(codes) } },
});

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };

const problemWith = (codes: readonly ErrorCode[]) => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
});

/** RFC 9457, as every refusal is. */
export const problemSchema = {
  type: 'object',
  description: 'What is answered instead of what was asked for (RFC 9457). Decide by `code`; the texts are for people.',
  properties: {
    type: { type: 'string', const: 'about:blank' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Never changes its meaning.', enum: Object.keys(errorCatalogue) },
    title: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string', description: 'The field, as `items[0].quantity`.' },
          reason: { type: 'string' },
        },
        required: ['path', 'reason'],
      },
    },
    retry_ms: { type: 'integer', description: 'Come back after so long.' },
  },
  required: ['type', 'status', 'code', 'title', 'detail', 'errors'],
};
