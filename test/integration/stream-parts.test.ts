import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { followEvents, readEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, recordAt } from '../harness/recorder.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
let auth: Record<string, string>;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
  auth = { authorization: `Bearer ${api.token}` };
});
afterEach(() => box.remove());

const socket = (path: string) => recordAt(box.url, path, api.token);
const types = (frames: readonly { type: string }[]) => frames.map((frame) => frame.type);
const work = (id: string, status: string) => api.call('PATCH', `/orders/${id}/status`, { status });

test('[SCO1] the stream of one order begins with it, carries only its events, and ends when it is closed', async () => {
  const mine = (await api.order()).json;
  const other = (await api.order()).json;
  const ws = socket(`/ws/orders/${mine.id}`);
  const sse = await followEvents(box.url, `/events/orders/${mine.id}`, auth);
  await Promise.all([ws.until(isLive), sse.until(isLive)]);
  expect(ws.frames[1].orders).toEqual([mine]);
  await work(other.id, 'ready');
  await work(mine.id, 'ready');
  await work(other.id, 'completed');
  await work(mine.id, 'completed');
  expect((await ws.closed).code).toBe(1000);
  await sse.ended;
  for (const { frames } of [ws, sse]) {
    const logged = frames.filter((frame) => 'order' in frame);
    expect(logged.map((event) => [event.order.id, event.order.order_status])).toEqual([
      [mine.id, 'ready'],
      [mine.id, 'completed'],
    ]);
    expect(types(frames).at(-1)).toBe('bye');
  }
});

test('[SSE2] the cursor of an ended order is answered 204, an earlier one sees the end', async () => {
  const { id } = (await api.order()).json;
  const sse = await followEvents(box.url, `/events/orders/${id}`, auth);
  const early = (await sse.until(isLive)).cursor;
  await api.call('POST', `/orders/${id}/cancel`);
  await sse.ended;
  const last = sse.ids.filter(Boolean).at(-1) ?? '';
  const again = (cursor: string) => readEvents(box.url, `/events/orders/${id}`, { ...auth, 'last-event-id': cursor });
  expect(await again(last)).toEqual({ status: 204 });
  const late = await again(early);
  if ('status' in late) throw new Error(`answered ${late.status}`);
  await late.ended;
  expect(late.frames.flatMap((frame) => frame.orders ?? [])).toMatchObject([{ id, order_status: 'cancelled' }]);
  expect(await again(late.ids.filter(Boolean).at(-1) ?? '')).toEqual({ status: 204 });

  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  const other = await followEvents(box.url, `/events/orders/${id}`, { ...auth, 'last-event-id': last });
  await other.ended;
  expect(other.frames.flatMap((frame) => frame.orders ?? [])).toMatchObject([{ id, order_status: 'cancelled' }]);
});

test('[SSE2] a payment after the end does not open the stream again', async () => {
  const { id } = (await api.order()).json;
  const sse = await followEvents(box.url, `/events/orders/${id}`, auth);
  await sse.until(isLive);
  await work(id, 'completed');
  await sse.ended;
  const last = sse.ids.filter(Boolean).at(-1) ?? '';
  expect((await api.call('PATCH', `/orders/${id}/payment`, { payment_status: 'paid' })).status).toBe(200);
  const again = await readEvents(box.url, `/events/orders/${id}`, { ...auth, 'last-event-id': last });
  expect(again).toEqual({ status: 204 });
});

test('[SCO1] the menu has a stream of its own', async () => {
  await api.call('POST', '/products', { sku: 'a', name: 'Soup', price: 4, category: 'c' });
  const ws = socket('/ws/products');
  const sse = await followEvents(box.url, '/events/products', auth);
  await Promise.all([ws.until(isLive), sse.until(isLive)]);
  await api.order();
  await api.call('POST', '/products', { sku: 'b', name: 'Cake', price: 4, category: 'c' });
  for (const stream of [ws, sse]) {
    await stream.until((frame) => frame.type === 'product_created');
    expect(stream.frames.flatMap((frame) => frame.products ?? [])).toMatchObject([{ sku: 'a' }]);
    expect(stream.events().map((event) => event.product?.sku)).toEqual(['b']);
  }
  ws.close();
  sse.close();
});

test('[SCO1] a person’s id streams the orders which that person placed, also after a restart', async () => {
  const { user_id } = (await api.call('GET', '/auth/me')).json;
  const placed = (await api.order()).json;
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  api = await managerOf(box);
  const sse = await followEvents(box.url, `/events/orders/${user_id}`, { authorization: `Bearer ${api.token}` });
  await sse.until(isLive);
  expect(sse.frames.flatMap((frame) => frame.orders ?? [])).toEqual([placed]);
  const next = (await api.order()).json;
  await work(placed.id, 'ready');
  await sse.until((frame) => frame.type === 'order_status_changed');
  expect(sse.events().map((event) => event.order.id)).toEqual([next.id, placed.id]);
  sse.close();
});

test('[CLO1] what cannot be followed is told by its code, after the upgrade', async () => {
  expect((await socket('/ws/orders/not-an-id').closed).code).toBe(4000);
  expect((await socket(`/ws/orders/${randomUUID()}`).closed).code).toBe(4004);
  expect((await recordAt(box.url, `/ws/orders/${randomUUID()}`, undefined).closed).code).toBe(4001);
  expect((await socket('/ws/elsewhere').closed).code).toBe(1006);
  expect((await socket('/ws/orders/live/status').closed).code).toBe(1006);
  for (const id of [randomUUID(), 'nobody', '%00']) {
    expect(await readEvents(box.url, `/events/orders/${id}`, auth)).toEqual({ status: 404 });
  }
  expect((await socket('/ws/orders/live?protocol=0').closed).code).toBe(4410);
});

test('[SCO1] an id is an id in capitals too', async () => {
  const { id } = (await api.order()).json;
  const ws = socket(`/ws/orders/${id.toUpperCase()}`);
  await ws.until(isLive);
  expect(ws.frames[1].orders).toMatchObject([{ id }]);
  ws.close();
});
