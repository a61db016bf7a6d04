import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { createServerProcess, databaseIn } from '../harness/server-process.ts';
import { isSigned, openSink, type WebhookSink } from '../harness/webhook-sink.ts';

let box: ServerBox;
let manager: Api;
let sink: WebhookSink;
beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  sink = await openSink();
});
afterEach(async () => {
  await box.remove();
  await sink.close();
});

const hook = async (more: object = {}) => (await manager.call('POST', '/webhooks', { url: sink.url, ...more })).json;
const listed = async () => (await manager.call('GET', '/webhooks')).json.items;
const took = (count: number) => vi.waitFor(() => expect(sink.taken.length).toBeGreaterThanOrEqual(count), 30_000);
const types = () => sink.taken.map(({ json }) => json.type);

test('[HOK1] [HOK2] what happens from then on is told in order, signed, each once; the secret is told once', async () => {
  await manager.order();
  const made = await hook();
  expect(made.secret).toMatch(/^whsec_/);
  expect(JSON.stringify(await listed())).not.toContain(made.secret);
  const order = (await manager.order({ table_number: '7', type: 'dine_in' })).json;
  await manager.call('PATCH', `/orders/${order.id}/status`, { status: 'ready' });
  await took(2);
  expect(types()).toEqual(['order_created', 'order_status_changed']);
  const [first, second] = sink.taken;
  if (!first || !second) throw new Error('nothing came');
  expect(first.json).toMatchObject({ restaurant_id: 'main', order: { id: order.id, table_number: '7' } });
  expect(second.json.seq).toBe(first.json.seq + 1);
  expect(first.headers['webhook-id']).toBe(`main.${first.json.seq}`);
  expect(sink.taken.every((one) => isSigned(one, made.secret))).toBe(true);
  expect(isSigned({ ...first, body: first.body.replace('7', '8') }, made.secret)).toBe(false);
  await vi.waitFor(async () =>
    expect((await listed())[0]).toMatchObject({ waiting: 0, failed: 0, taken_at: expect.any(String) }),
  );
});

test('[HOK1] only the events that were named', async () => {
  await hook({ types: ['payment_status_changed'] });
  const order = (await manager.order()).json;
  await manager.call('PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid' });
  await took(1);
  expect(types()).toEqual(['payment_status_changed']);
});

test('[HOK3] what is not taken is tried again, and what comes after it does not wait', async () => {
  await hook();
  sink.answerWith(500);
  await manager.order();
  await took(1);
  sink.answerWith(200);
  const after = (await manager.order()).json;
  await took(2);
  expect(sink.taken[1]?.json.order.id).toBe(after.id);
  await took(3);
  expect(sink.taken[2]?.headers['webhook-id']).toBe(sink.taken[0]?.headers['webhook-id']);
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 0, failed: 0 }));
}, 60_000);

test('[HOK1] an address that never answers, or is not there, holds up no order and no other address', async () => {
  const silent = await openSink();
  silent.answerWith(null);
  await manager.call('POST', '/webhooks', { url: silent.url });
  await manager.call('POST', '/webhooks', { url: 'http://127.0.0.1:9/' });
  await hook();
  for (let n = 0; n < 5; n++) expect((await manager.order()).status).toBe(201);
  await took(5);
  expect(silent.taken).toHaveLength(1);
  await silent.close();
});

test('[HOK1] killed in the middle it goes on where it was', async () => {
  const server = await createServerProcess();
  await server.start();
  const before = await signIn(server.url, server.password);
  await before.call('POST', '/webhooks', { url: sink.url });
  sink.answerWith(503);
  await before.order();
  await took(1);
  await server.kill('SIGKILL');
  sink.answerWith(200);
  await server.start();
  await took(2);
  expect(sink.taken.at(-1)?.headers['webhook-id']).toBe(sink.taken[0]?.headers['webhook-id']);
  await server.remove();
}, 60_000);

test('[HOK3] what was given up is told by what somebody knows it by, and taken when a manager tries again', async () => {
  const { id } = await hook();
  sink.answerWith(500);
  const order = (await manager.order()).json;
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 1 }), 30_000);
  const failed = async () => (await manager.call('GET', `/webhooks/${id}/failed`)).json.items;
  const db = new Database(databaseIn(box.dataDir));
  // More than a day later; between two tries it may be on its way, and comes back.
  await vi.waitFor(async () => {
    db.exec('UPDATE webhook_failures SET next_at = NULL, tries = 8');
    expect(await failed()).toHaveLength(1);
  }, 30_000);
  db.close();
  expect(await failed()).toEqual([
    {
      seq: sink.taken[0]?.json.seq,
      tries: 8,
      error: 'answered 500',
      type: 'order_created',
      at: sink.taken[0]?.json.timestamp,
      number: order.number,
    },
  ]);
  sink.answerWith(200);
  expect((await manager.call('POST', `/webhooks/${id}/failed/retry`)).json).toEqual({ retried: 1 });
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 0, failed: 0 }), 30_000);
  expect(await failed()).toEqual([]);
}, 120_000);

test('[HOK3] one that was given up is tried again or forgotten alone, and what is not there any more harms nothing', async () => {
  const { id } = await hook();
  sink.answerWith(500);
  for (let nth = 0; nth < 3; nth++) await manager.order();
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 3 }), 30_000);
  const failed = async () => (await manager.call('GET', `/webhooks/${id}/failed`)).json.items;
  const db = new Database(databaseIn(box.dataDir));
  await vi.waitFor(async () => {
    db.exec('UPDATE webhook_failures SET next_at = NULL, tries = 8');
    expect(await failed()).toHaveLength(3);
  }, 30_000);
  db.close();
  const [newest, middle, oldest] = (await failed()).map(({ seq }: { readonly seq: number }) => seq);
  const retry = async (seq: unknown) => (await manager.call('POST', `/webhooks/${id}/failed/${seq}/retry`)).json;
  sink.answerWith(200);
  const before = sink.taken.length;
  expect(await retry(middle)).toEqual({ retried: 1 });
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 0, failed: 2 }), 30_000);
  expect(sink.taken.slice(before).map(({ json }) => json.seq)).toEqual([middle]);
  expect(await retry(middle)).toEqual({ retried: 0 });
  const forget = async () => (await manager.call('DELETE', `/webhooks/${id}/failed/${newest}`)).status;
  expect([await forget(), await forget()]).toEqual([204, 204]);
  expect((await failed()).map(({ seq }: { readonly seq: number }) => seq)).toEqual([oldest]);
  expect((await retry('first')).code).toBe('invalid');
  expect((await manager.call('DELETE', `/webhooks/${id.replaceAll(/\w/g, '0')}/failed/1`)).status).toBe(404);
}, 120_000);

test('[HOK4] a test says what came of it; a redirect is not followed', async () => {
  const { id } = await hook();
  const trial = async () => (await manager.call('POST', `/webhooks/${id}/test`)).json;
  expect(await trial()).toEqual({ taken: true, said: 'answered 200' });
  expect(types()).toEqual(['ping']);
  sink.answerWith(302);
  expect(await trial()).toEqual({ taken: false, said: 'answered 302' });
  const nobody = (await manager.call('POST', '/webhooks', { url: 'http://127.0.0.1:9/' })).json;
  expect((await manager.call('POST', `/webhooks/${nobody.id}/test`)).json).toMatchObject({ taken: false });
  expect((await manager.call('DELETE', `/webhooks/${id}`)).status).toBe(204);
  expect((await manager.call('POST', `/webhooks/${id}/test`)).json.code).toBe('webhook_not_found');
});

const noAddresses = [
  'ftp://example.com/',
  'javascript:alert(1)',
  'http://user:word@example.com/',
  'http:////user:word@example.com/',
  'nowhere',
  '',
];
test.each(noAddresses)('[HOK4] %j is no address for a webhook', async (url) => {
  expect((await manager.call('POST', '/webhooks', { url })).status).toBe(400);
});
