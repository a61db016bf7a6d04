import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

const sync = (query = '', with_ = api) => with_.call('GET', `/sync/orders${query}`);
const held = async () => (await api.call('GET', '/ws/orders/live/status')).json.by_transport.polling as number;

test('[POL1] the first poll brings everything open, the next one what has come since', async () => {
  const open = (await api.order()).json;
  await api.call('POST', '/products', { sku: 's', name: 'Soup', price: 4, category: 'c' });
  const first = (await sync()).json;
  expect(first).toMatchObject({ mode: 'snapshot', head: 2, restaurant_id: 'main', seen: 0 });
  expect(first.entities.orders).toEqual([open]);
  expect(first.entities.products).toMatchObject([{ sku: 's' }]);
  expect(first.cursor).toBe(`${first.epoch}.2`);

  const placed = (await api.order()).json;
  const second = (await sync(`?last_event_id=${first.cursor}&wait=20`)).json;
  expect(second).toMatchObject({ mode: 'replay', head: 3, cursor: `${first.epoch}.3` });
  expect(second.events).toMatchObject([{ seq: 3, epoch: first.epoch, type: 'order_created', order: placed }]);
  expect((await sync(`?last_event_id=${second.cursor}`)).json.events).toEqual([]);
});

test('[POL1] a held poll is answered by the commit it waits for, with all of it', async () => {
  const { cursor } = (await sync()).json;
  const tokens = await screenTokens(api, 10);
  const waiting = tokens.map((token) => sync(`?last_event_id=${cursor}&wait=25`, apiFor(box.url, token)));
  await expect.poll(held).toBe(10);
  await Promise.all([api.order(), api.order(), api.order()]);
  for (const answer of await Promise.all(waiting)) {
    expect(answer.json.mode).toBe('replay');
    const seqs = answer.json.events.map((event: { seq: number }) => event.seq);
    expect(seqs).toEqual(seqs.map((_: number, index: number) => index + 1));
    expect(seqs.length).toBeGreaterThan(0);
  }
  expect(await held()).toBe(0);
});

test('[POL1] with a wait much news comes in small answers of whole commits, without one in one answer', async () => {
  const { cursor: before, epoch } = (await sync()).json;
  for (let order = 0; order < 20; order++) await api.order();
  // One commit of two events: an order goes into another.
  const [one, other] = (await sync()).json.entities.orders;
  expect((await api.call('POST', `/orders/${one.id}/merge`, { from: other.id })).status).toBe(200);
  const all = (await sync(`?last_event_id=${before}`)).json;
  expect(all).toMatchObject({ head: 22, cursor: `${epoch}.22` });
  expect(all.events).toHaveLength(22);

  const told: unknown[] = [];
  let answers = 0;
  for (let cursor = before; cursor !== all.cursor; answers++) {
    const { text, json } = await sync(`?last_event_id=${cursor}&wait=10`);
    expect(text.length).toBeLessThan(9000);
    expect(json.cursor).toBe(`${epoch}.${json.events.at(-1).seq}`);
    told.push(...json.events);
    cursor = json.cursor;
    expect(cursor).not.toBe(`${epoch}.21`);
  }
  expect(answers).toBeGreaterThan(3);
  expect(told).toEqual(all.events);
});

test('[POL1] a wait that brings nothing ends with an answer that says so', async () => {
  const { cursor } = (await sync()).json;
  expect((await sync(`?last_event_id=${cursor}&wait=0.2`)).json).toMatchObject({ mode: 'replay', events: [], cursor });
});

test('[INP3] strange values of a poll do no harm', async () => {
  for (const query of ['?wait=-1', '?wait=abc', '?wait=1e9&last_event_id=x', '?last_event_id=%00', '?wait=&tab=']) {
    expect([query, (await sync(query)).status]).toEqual([query, 200]);
  }
  expect((await sync(`?last_event_id=${'x'.repeat(65)}`)).status).toBe(400);
});

test('[POL1] who wants to wait longer than is allowed waits as long as is allowed', async () => {
  const { cursor } = (await sync()).json;
  const waiting = sync(`?last_event_id=${cursor}&wait=60`);
  await expect.poll(held).toBe(1);
  await api.order();
  expect((await waiting).json.events).toMatchObject([{ seq: 1 }]);
});

test('[POL1] whoever hangs up leaves nothing behind', async () => {
  const { cursor } = (await sync()).json;
  const url = `${box.url}/api/v1/sync/orders?last_event_id=${cursor}&wait=25`;
  const asking = request(url, { headers: { authorization: `Bearer ${api.token}` }, agent: false });
  asking.on('error', () => undefined);
  asking.end();
  await expect.poll(held).toBe(1);
  asking.destroy();
  await expect.poll(held).toBe(0);
});

test('[SEE1] a board that polls has seen what it asks from; another screen has not', async () => {
  await api.order();
  const { cursor } = (await sync()).json;
  expect((await sync(`?last_event_id=${cursor}&screen=floor`)).json.seen).toBe(0);
  expect((await sync('?last_event_id=0123456789abcdef.1&screen=board')).json.seen).toBe(0);
  expect((await sync(`?last_event_id=${cursor}&screen=board`)).json.seen).toBe(1);
});

test('[CLO1] a stopping server answers held polls at once', async () => {
  const { cursor } = (await sync()).json;
  const waiting = sync(`?last_event_id=${cursor}&wait=25`);
  await expect.poll(held).toBe(1);
  await box.stop();
  expect((await waiting).json).toMatchObject({ mode: 'replay', events: [] });
});

test('[AUT2] [PER2] a poll ends with its session, and there is none without', { timeout: 15_000 }, async () => {
  const { cursor } = (await sync()).json;
  expect((await sync('', apiFor(box.url, ''))).status).toBe(401);
  const waiting = sync(`?last_event_id=${cursor}&wait=25`);
  await expect.poll(held).toBe(1);
  await api.call('POST', '/auth/logout');
  expect((await waiting).status).toBe(401);
});
