import { createHash } from 'node:crypto';
import type { ApiRoute } from '../../openapi/operation.ts';
import { apiRoot } from '../address.ts';
import { createUnreadAnswers } from '../unread-answers.ts';
import type { Door } from './door.ts';

/**
 * The API described, for people and programs: open, since it says nothing of the restaurant ([POS1]). It is registered
 * first, hears of every route that comes after it, and writes the document when somebody asks for the first time: what
 * writes it is not even loaded before.
 */
export function openApiRoutes(app: Door): void {
  const routes: ApiRoute[] = [];
  const unread = createUnreadAnswers();
  let written: ReturnType<typeof write> | undefined;

  app.addHook('onRoute', ({ method, url, config, schema }) => {
    const access = config?.access;
    if (!url.startsWith(apiRoot) || access === undefined || config?.isRefused) return;
    for (const each of [method].flat().filter((one) => one !== 'HEAD'))
      routes.push({ method: each, url, access, scope: config?.scope, isStream: config?.isStream === true, schema });
  });

  app.get(`${apiRoot}/openapi.json`, { config: { access: 'open' } }, async (request, reply) => {
    written ??= write(routes).catch((error) => {
      written = undefined;
      throw error;
    });
    const { body, etag } = await written;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (!request.caller) unread.wait(reply.raw, request.raw.socket);
    return reply.type('application/json').send(body);
  });
}

async function write(routes: readonly ApiRoute[]): Promise<{ readonly body: Buffer; readonly etag: string }> {
  const { openApiDocument } = await import('../../openapi/document.ts');
  const body = Buffer.from(JSON.stringify(await openApiDocument(routes)));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
