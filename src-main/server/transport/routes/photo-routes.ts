import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { PhotoDesk } from '../../core/photo-desk.ts';
import type { Photo, PhotoStore } from '../../photo/ports.ts';
import { photoBytes, readPhoto } from '../../photo/read-photo.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

export type PhotoRoutesDeps = { readonly photos: PhotoDesk; readonly photoOf: PhotoStore['read'] };

/** Pictures of dishes: a manager or a program gives them, and whoever knows the name of one may look at it ([PHO1]). */
export function photoRoutes(app: Door, { photos, photoOf }: PhotoRoutesDeps): void {
  const params = z.strictObject({ id: uuid });
  const url = `${apiRoot}/products/:id/photo`;
  const write = { config: { access: 'menu.write' }, schema: { params } } as const;

  app.register(async (inner: Door) => {
    // The picture itself, whatever it is called; here JSON is none either.
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    inner.put(url, write, async (request, reply) => {
      const photo = photoIn(request);
      // What an Idempotency-Key stands for.
      request.sentBody = photo.hash;
      return sendAnswer(reply, await photos.set(callerIn(request), request.params.id, photo, markOf(request)));
    });
  });

  app.delete(url, write, async (request, reply) =>
    sendAnswer(reply, await photos.set(callerIn(request), request.params.id, null, markOf(request))),
  );

  const named = z.strictObject({ hash: z.string() });
  app.get('/photos/:hash', { config: { access: 'open' }, schema: { params: named } }, async (request, reply) => {
    const photo = photoOf(request.params.hash);
    if (!photo) throw new AppError('not_found');
    // Another picture has another name.
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.type(photo.type).send(photo.bytes);
  });
}

function photoIn({ body }: FastifyRequest): Photo {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (bytes.length > photoBytes)
    throw new AppError('too_large', `The photo is larger than ${photoBytes / 1024} kB.`, [
      wrong(`is larger than ${photoBytes / 1024} kB`),
    ]);
  const read = readPhoto(bytes);
  if ('fault' in read) throw new AppError('invalid', `The photo ${read.fault}.`, [wrong(read.fault)]);
  return read;
}

const wrong = (reason: string) => ({ path: 'photo', reason });
