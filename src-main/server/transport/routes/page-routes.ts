import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { pagePolicy } from '../answer-headers.ts';
import type { Door } from './door.ts';

const contentSecurityPolicy = pagePolicy("'self'");

/** The pages are static and open; what they show they ask for with a credential ([PAG1]). */
export function pageRoutes(app: Door, pagesDir: string): void {
  app.register(fastifyStatic, { root: pagesDir, serve: false, cacheControl: false, acceptRanges: false });

  app.get('/', { config: { access: 'open' } }, (_request, reply) => page(reply).sendFile('index.html'));
  for (const name of ['floor', 'manage', 'ready', 'pair', 'account', 'docs']) {
    app.get(`/${name}`, { config: { access: 'open' } }, (request, reply) =>
      // Its scripts are named from where the page is.
      request.originalUrl.startsWith(`/${name}/`) ? reply.redirect(`/${name}`) : page(reply).sendFile(`${name}.html`),
    );
  }

  // The same for whatever stands there: whether a link is good only its stream says ([GST3]).
  app.get('/o/:secret', { config: { access: 'open' } }, (_request, reply) => page(reply).sendFile('guest.html'));

  // The same here, of the code on a table ([SLF5]).
  app.get('/t/:secret', { config: { access: 'open' } }, (_request, reply) => page(reply).sendFile('table.html'));

  app.get('/assets/*', { config: { access: 'open' } }, (request, reply) => {
    const file = request.url.slice(1).split('?', 1)[0] ?? '';
    return reply.sendFile(file, keptForEver);
  });
}

/** The name of an asset changes with its content. */
const keptForEver = { cacheControl: true, maxAge: '1y', immutable: true } as const;

function page(reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', contentSecurityPolicy).header('cache-control', 'no-cache');
}
