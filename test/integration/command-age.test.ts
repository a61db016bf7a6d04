import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api, ApiAnswer } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { record } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

const hour = 3_600_000;
const sixDays = 6 * 24 * hour;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const tooOld = ago(sixDays + hour);
const soup = { type: 'takeaway', items: [{ name: 'Soup', unit_price: 4.5, quantity: 1 }] };

async function placed(): Promise<any> {
  return (await api.call('POST', '/orders', soup)).json;
}

const refused = (answer: ApiAnswer) => {
  expect(answer.json).toMatchObject({ status: 409, code: 'command_too_old' });
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
};

test('[OLD1] every command that was made more than 6 days ago is refused and changes nothing', async () => {
  const order = await placed();
  const at = `/orders/${order.id}`;
  const commands: [string, string, object][] = [
    ['POST', '/orders', soup],
    ['POST', '/products', { sku: 'P1', name: 'Pizza', price: 11, category: 'Mains' }],
    ['PATCH', `${at}/status`, { status: 'completed' }],
    ['PATCH', `/admin${at}/status`, { status: 'cancelled' }],
    ['PATCH', `${at}/items/${order.items[0].id}`, { status: 'ready' }],
    ['PATCH', `${at}/items/${order.items[0].id}`, { status: 'voided' }],
    ['PATCH', `${at}/payment`, { payment_status: 'paid' }],
    ['POST', `${at}/cancel`, {}],
  ];
  for (const [method, path, body] of commands) {
    refused(await api.call(method, path, { ...body, made_at: tooOld }));
  }
  expect((await api.call('GET', '/orders')).json.items).toEqual([order]);
  expect((await api.call('GET', '/products')).json.items.map((item: any) => item.sku)).not.toContain('P1');

  for (const [method, path, body] of commands.slice(0, 3)) {
    const answer = await api.call(method, path, { ...body, made_at: ago(sixDays - hour) });
    expect(answer.status).toBeLessThan(300);
  }
});

test('[OLD1] without made_at a command is as young as its arrival, also a cancel with an empty body', async () => {
  const order = await placed();
  expect((await api.call('POST', `/orders/${order.id}/cancel`)).json.order_status).toBe('cancelled');
  expect((await api.call('POST', '/orders', { ...soup, made_at: null })).status).toBe(201);
});

test('[OLD1] a clock that is ahead refuses nothing', async () => {
  expect((await api.call('POST', '/orders', { ...soup, made_at: ago(-400 * 24 * hour) })).status).toBe(201);
});

test('[OLD1] the time comes with its zone, and what is no time is refused by name', async () => {
  const order = await placed();
  const path = `/orders/${order.id}/status`;
  const local = ago(sixDays + hour).replace('Z', '+00:00');
  refused(await api.call('PATCH', path, { status: 'ready', made_at: local }));
  const wrong = await api.call('PATCH', path, { status: 'ready', made_at: 'yesterday' });
  expect(wrong.json).toMatchObject({ code: 'invalid', detail: expect.stringMatching(/^made_at: /) });
});

test('[OLD1] [CMD1] the refusal is the answer to every repeat; another made_at is another request', async () => {
  const order = await placed();
  const path = `/orders/${order.id}/status`;
  const key = { 'idempotency-key': 'old' };
  const first = await api.call('PATCH', path, { status: 'ready', made_at: tooOld }, key);
  refused(first);
  const again = await api.call('PATCH', path, { status: 'ready', made_at: tooOld }, key);
  expect(again.text).toBe(first.text);
  expect((await api.call('PATCH', path, { status: 'ready', made_at: ago(0) }, key)).json.code).toBe('key_reused');
});

test('[OLD1] [CMD1] a command that has its answer gets it again, however old it has become', async () => {
  const aging = { ...soup, made_at: ago(sixDays - 1500) };
  const key = { 'idempotency-key': 'aging' };
  const first = await api.call('POST', '/orders', aging, key);
  expect(first.status).toBe(201);
  await expect
    .poll(async () => (await api.call('POST', '/orders', aging)).json.code, { timeout: 10_000 })
    .toBe('command_too_old');
  expect((await api.call('POST', '/orders', aging, key)).text).toBe(first.text);
});

test('[OLD1] made_at is no part of the order, its events or the answer', async () => {
  const live = record(box.url, api.token);
  await live.until((frame) => frame.type === 'live');
  const answer = await api.call('POST', '/orders', { ...soup, made_at: ago(1000) });
  const event = await live.until((frame) => frame.type === 'order_created');
  live.close();
  const stored = await api.call('GET', `/orders/${answer.json.id}`);
  for (const text of [answer.text, JSON.stringify(event), stored.text]) expect(text).not.toMatch(/made_?at/i);
});
