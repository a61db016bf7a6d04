import { z } from 'zod';
import { uuid } from '#shared/protocol/text.ts';
import { type WebhookOut, webhookIn } from '#shared/protocol/webhook-requests.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { ListedHook, Webhooks } from '../../webhooks/webhooks.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** Which programs are told what happens: for managers ([HOK1]). */
export function webhookRoutes(app: Door, webhooks: Webhooks): void {
  const root = `${apiRoot}/webhooks`;
  const config = { access: 'webhooks.manage' } as const;
  const schema = { params: z.strictObject({ id: uuid }) };
  const oneEvent = { params: z.strictObject({ id: uuid, seq: z.coerce.number().int().min(1) }) };

  app.get(root, { config }, async (request) => ({ items: webhooks.list(callerIn(request)).map(hookOut) }));

  app.post(root, { config, schema: { body: webhookIn } }, async (request, reply) => {
    const hook = webhooks.make(callerIn(request), request.body);
    const out = { ...hookOut({ ...hook, waiting: 0, dead: 0 }), secret: hook.secret };
    return reply.code(201).header('cache-control', 'no-store').send(out);
  });

  app.delete(`${root}/:id`, { config, schema }, async (request, reply) => {
    webhooks.remove(callerIn(request), request.params.id);
    return reply.code(204).send();
  });

  app.post(`${root}/:id/test`, { config, schema }, async (request) => {
    const { isTaken, said } = await webhooks.test(callerIn(request), request.params.id);
    return { taken: isTaken, said };
  });

  app.get(`${root}/:id/failed`, { config, schema }, async (request) => ({
    items: webhooks.failed(callerIn(request), request.params.id),
  }));

  app.post(`${root}/:id/failed/retry`, { config, schema }, async (request) => ({
    retried: webhooks.retry(callerIn(request), request.params.id),
  }));

  app.post(`${root}/:id/failed/:seq/retry`, { config, schema: oneEvent }, async (request) => ({
    retried: webhooks.retry(callerIn(request), request.params.id, request.params.seq),
  }));

  app.delete(`${root}/:id/failed/:seq`, { config, schema: oneEvent }, async (request, reply) => {
    webhooks.forget(callerIn(request), request.params.id, request.params.seq);
    return reply.code(204).send();
  });
}

const hookOut = ({ id, url, types, madeAtMs, takenAtMs, waiting, dead }: ListedHook): WebhookOut => ({
  id,
  url,
  types,
  made_at: toIso(madeAtMs),
  taken_at: takenAtMs === null ? null : toIso(takenAtMs),
  waiting,
  failed: dead,
});
