import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors/app-error.ts';
import type { Door } from './routes/door.ts';

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * An address that exists answers 405 to the methods that it has not, and says which it has ([ADR2]). Returns the
 * function that adds these answers; to be called when all routes are there.
 */
export function methodGuard(app: Door): () => void {
  const taken = new Map<string, { open: boolean; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method, config }) => {
    const known = taken.get(url) ?? { open: config?.access === 'open', methods: new Set<string>() };
    for (const each of [method].flat()) known.methods.add(each);
    taken.set(url, known);
  });
  return () => {
    for (const [url, { open, methods }] of [...taken]) refuseOthers(app, url, open, [...methods]);
  };
}

function refuseOthers(app: Door, url: string, open: boolean, known: readonly string[]): void {
  app.route({
    method: everyMethod.filter((method) => !known.includes(method)),
    url,
    config: { access: open ? 'open' : 'session.use', scope: 'own', isRefused: true },
    // Before anything of a body is read.
    onRequest: async (_request, reply) => {
      reply.header('allow', known.join(', '));
      throw new AppError('method_not_allowed');
    },
    handler: neverAsked,
  });
}

const neverAsked = (): never => {
  throw new Error('a method that an address does not have was let through');
};

/** A method that nothing here has is refused as such, whatever the address. */
export function nothingThere({ method }: FastifyRequest, reply: FastifyReply): never {
  if (everyMethod.some((one) => one === method)) throw new AppError('not_found');
  reply.header('allow', 'GET, HEAD, POST, PUT, PATCH, DELETE');
  throw new AppError('method_not_allowed');
}
