import type { FastifyRequest } from 'fastify';
import type { Gate } from './gate.ts';
import type { Door } from './routes/door.ts';

/** What a page of another site may send, asked by its browser first. Cookies are not among it: it has to bring a token. */
const allowedToSend = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'content-type, authorization, idempotency-key, if-match, made-by',
  'access-control-max-age': '7200',
} as const;

/**
 * Pages of the origins that were allowed by name may read and write, and to all others nothing is said ([ORG2]). To be
 * called before the guard: a browser asks first without any credential. These questions count for nothing, since each
 * address that such a page writes to costs one; where they are asked of a name that is not ours, they are refused there.
 */
export function allowOrigins(app: Door, gate: Gate): void {
  if (gate.allowedOrigins.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !gate.allowedOrigins.includes(origin)) return;
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'ETag, Retry-After');
    if (isQuestion(request) && !gate.refusal(request.raw, false)) return reply.code(204).headers(allowedToSend).send();
  });
}

const isQuestion = ({ method, headers }: FastifyRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
