import { afterEach, expect, test } from 'vitest';
import { signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { record } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
afterEach(() => box.remove());

const order = { type: 'takeaway', items: [{ name: 'Soup', unit_price: 4.5, quantity: 2 }] };

test('[CMD1] [ID1] the same key is the same order, at once, after a restart and after signing in again', async () => {
  box = await startServer();
  const api = await managerOf(box);
  const key = { 'idempotency-key': 'tablet-7:41' };
  const answers = await Promise.all([1, 2, 3].map(() => api.call('POST', '/orders', order, key)));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);

  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  const later = await managerOf(box);
  expect((await later.call('POST', '/orders', order, key)).text).toBe(answers[0]?.text);
  expect((await later.call('GET', '/orders')).json.items).toHaveLength(1);
});

test('[ID1] two terminals make the same order and line ids from the same key', async () => {
  box = await startServer();
  const other = await startServer({ terminal: 'B' });
  const key = { 'idempotency-key': 'k' };
  const a = (await (await managerOf(box)).call('POST', '/orders', order, key)).json;
  const b = (await (await signIn(other.url, adminPassword)).call('POST', '/orders', order, key)).json;
  await other.remove();
  expect([b.id, b.items[0].id]).toEqual([a.id, a.items[0].id]);
  expect([a.number, b.number]).toEqual(['A1', 'B1']);
});

test('[ID3] spaces and field order do not count; another body or address is 422 and changes nothing', async () => {
  box = await startServer();
  const api = await managerOf(box);
  const key = { 'idempotency-key': 'k' };
  const first = await api.call('POST', '/orders', order, key);
  const reordered = '{ "items": [ {"quantity":2, "unit_price":4.50, "name":"Soup"} ],  "type":"takeaway" }';
  expect((await api.call('POST', '/orders', reordered, key)).text).toBe(first.text);

  const other = await api.call('POST', '/orders', { ...order, notes: 'x' }, key);
  expect(other.json).toMatchObject({ status: 422, code: 'key_reused' });
  const elsewhere = await api.call('POST', `/orders/${first.json.id}/cancel`, {}, key);
  expect(elsewhere.json.code).toBe('key_reused');
  expect((await api.call('GET', '/orders')).json.items).toEqual([first.json]);
});

test('[CMD1] a refusal is repeated too, although the reason for it is gone', async () => {
  box = await startServer();
  const api = await managerOf(box);
  const { json: placed } = await api.call('POST', '/orders', order);
  const bump = (key: string, version: number) =>
    api.call(
      'PATCH',
      `/orders/${placed.id}/status`,
      { status: 'ready' },
      { 'idempotency-key': key, 'if-match': String(version) },
    );
  const refused = await bump('first', 2);
  expect(refused.status).toBe(412);
  await api.call('PATCH', `/orders/${placed.id}/payment`, { payment_status: 'paid' });
  expect((await bump('first', 2)).text).toBe(refused.text);
  expect((await bump('second', 2)).status).toBe(200);
});

test('[CMD2] a command that changes nothing is answered with the state and makes no event', async () => {
  box = await startServer();
  const api = await managerOf(box);
  const { json: placed } = await api.call('POST', '/orders', order);
  const live = record(box.url, api.token);
  await live.until((frame) => frame.type === 'live');
  for (let i = 0; i < 3; i++) await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'ready' });
  const again = await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'ready' });
  expect(again.json).toMatchObject({ version: 2, order_status: 'ready' });
  live.send(JSON.stringify({ type: 'ping' }));
  expect((await live.until((frame) => frame.type === 'heartbeat')).head).toBe(2);
  expect(live.events()).toHaveLength(1);
  live.close();
});

test('[ID3] a key that cannot be one is refused by name', async () => {
  box = await startServer();
  const api = await managerOf(box);
  for (const key of ['with space', 'ä', 'x'.repeat(201)]) {
    const answer = await api.call('POST', '/orders', order, { 'idempotency-key': key });
    expect(answer.json).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] });
  }
});

test('[OBX5] a command is taken only from the person who made it; to others it is as if not signed in', async () => {
  box = await startServer();
  const api = await managerOf(box);
  const key = { 'idempotency-key': 'k' };
  const foreign = await api.call('POST', '/orders', order, { ...key, 'made-by': 'somebody else' });
  expect(foreign.json).toMatchObject({ status: 401, code: 'not_authenticated' });
  expect((await api.call('GET', '/orders')).json.items).toEqual([]);
  expect((await api.call('POST', '/orders', order, { ...key, 'made-by': 'admin' })).status).toBe(201);
});
