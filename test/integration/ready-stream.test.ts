import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReadyFeed } from '../../src-main/server/fanout/ready-feed.ts';
import type { OrderStore } from '../../src-main/server/ports.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { toWireOrder } from '../../src-shared/protocol/wire-order.ts';
import { type Api, signIn } from '../harness/api.ts';
import { followEvents, readEvents } from '../harness/event-reader.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, recordAt } from '../harness/recorder.ts';
import { buildOrder } from '../harness/screen-kit.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let pos: Api;
let display: Api;

beforeEach(async () => {
  box = await startServer();
  pos = await managerOf(box);
  display = await addUser(box, { username: 'guests', role: 'display' });
});
afterEach(() => box.remove());

const follow = (query = '', api = display) => recordAt(box.url, `/ws/ready${query}`, api.token);
const auth = (api = display) => ({ authorization: `Bearer ${api.token}` });
const work = (id: string, status: string) => pos.call('PATCH', `/orders/${id}/status`, { status });

/** Everything about an order that a guest has no business with. */
const secrets = {
  customer_name: 'Zuleika Secret',
  customer_phone: '+49 30 5550199',
  notes: 'allergic, ring twice',
  payment_method: 'voucher-7731',
  items: [
    { name: 'Truffle gnocchi', unit_price: 47.31, quantity: 3, modifiers: ['without parsley'], notes: 'table nine' },
  ],
};
const telling = /Zuleika|5550199|ring twice|voucher|gnocchi|47\.31|141\.93|parsley|table nine|admin|version|item/i;

const entriesIn = (frames: readonly any[]) => frames.flatMap((frame) => frame.ready ?? []);

test('[RDY1] no name, phone, note, dish or price ever leaves on it, by none of its three ways', async () => {
  const before = (await pos.order(secrets)).json;
  const { cursor } = (await display.call('GET', '/sync/ready')).json;
  const [ws, sse] = [follow('?batch=1&acks=1'), await followEvents(box.url, '/events/ready', auth())];
  const bare = follow();
  await Promise.all([ws, bare, sse].map((stream) => stream.until(isLive)));
  const dineIn = (await pos.order({ ...secrets, type: 'dine_in', table_number: 'T-nine' })).json;
  const other = (await pos.order({ ...secrets, type: 'delivery' })).json;
  for (const { id } of [before, dineIn, other]) await work(id, 'ready');
  await pos.call('POST', `/orders/${before.id}/items`, { items: secrets.items });
  await pos.call('PATCH', `/orders/${other.id}/payment`, { payment_status: 'paid', payment_method: 'voucher-7731' });
  await pos.call('POST', '/products', { sku: 'g', name: 'Truffle gnocchi', price: 47.31, category: 'c' });
  await pos.call('POST', `/orders/${other.id}/cancel`, { reason: 'allergic, ring twice' });
  const { head } = (await pos.call('GET', '/sync/orders')).json;
  for (const stream of [ws, bare, sse]) await expect.poll(() => stream.events().at(-1)?.seq).toBe(head);

  const polls = [
    (await display.call('GET', '/sync/ready')).text,
    (await display.call('GET', `/sync/ready?last_event_id=${cursor}`)).text,
  ];
  const all = [...[ws, bare, sse].map(({ frames }) => JSON.stringify(frames)), ...polls];
  const ids = [before, dineIn, other].flatMap((order) => [order.id, order.order_number, order.items[0].id]);
  for (const text of all) {
    expect(text).not.toMatch(telling);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toContain('T-nine');
    expect(text).not.toContain(dineIn.number);
  }
  for (const { frames } of [ws, bare, sse]) {
    const logged = frames.flatMap((frame) => frame.events ?? (frame.type === 'ready_changed' ? [frame] : []));
    expect(logged.map(({ seq }) => seq)).toEqual(Array.from({ length: head - 1 }, (_, index) => index + 2));
    for (const event of logged) expect(Object.keys(event)).toEqual(['seq', 'epoch', 'type', 'timestamp', 'ready']);
    for (const entry of entriesIn([...frames, ...logged])) {
      const fields = entry.state === 'gone' ? ['id', 'state'] : ['id', 'number', 'type', 'state', 'since'];
      expect(Object.keys(entry)).toEqual(fields);
    }
  }
  for (const stream of [ws, bare, sse]) stream.close();
});

test('[RDY2] an order is preparing, ready and gone; a recalled one is preparing again', async () => {
  const ws = follow();
  await ws.until(isLive);
  const { id, number } = (await pos.order()).json;
  await work(id, 'ready');
  await pos.call('POST', `/orders/${id}/recall`, {});
  await work(id, 'ready');
  await work(id, 'completed');
  await expect.poll(() => ws.events().length).toBe(5);
  const states = ws.events().map(({ ready }) => [ready.number, ready.state]);
  const listed = (state: string) => [number, state];
  expect(states).toEqual([...['preparing', 'ready', 'preparing', 'ready'].map(listed), [undefined, 'gone']]);
  expect(new Set(ws.events().map(({ ready }) => ready.id)).size).toBe(1);
  ws.close();
});

test('[RDY3] attach rule, replay and heartbeat are those of the live log; names last for one start', async () => {
  const order = (await pos.order()).json;
  const first = follow();
  const { cursor } = await first.until(isLive);
  const [entry] = entriesIn(first.frames);
  expect(entry).toMatchObject({ number: order.number, type: 'takeaway', state: 'preparing' });
  first.send('{"type":"ping"}');
  expect(await first.until(({ type }) => type === 'heartbeat')).toMatchObject({ head: 1, sent: 1, seen: 0 });
  first.close();
  await work(order.id, 'ready');
  const again = follow(`?last_event_id=${cursor}`);
  await again.until(isLive);
  expect(again.frames[0]).toMatchObject({ type: 'connection_established', mode: 'replay' });
  expect(again.events()).toMatchObject([{ seq: 2, ready: { id: entry.id, state: 'ready' } }]);
  again.close();

  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  display = await signIn(box.url, 'the password of guests', 'guests');
  const later = follow(`?last_event_id=${cursor}`);
  await later.until(isLive);
  expect(entriesIn(later.frames)).toMatchObject([{ number: order.number, state: 'ready' }]);
  expect(entriesIn(later.frames)[0].id).not.toBe(entry.id);
  later.close();
});

test('[RDY1] what is read back from the disk for a late comer is redacted too', () => {
  const order = buildOrder('1', { customerName: 'Zuleika Secret', version: 3 });
  const body = JSON.stringify({ type: 'order_updated', timestamp: 't', order: toWireOrder(order), data: {} });
  const stored = [{ seq: 1, type: 'order_updated', entityId: order.id, body }];
  const settings = () => ({ timeZone: 'UTC' });
  const store = {
    head: () => 1,
    openOrders: () => [order],
    eventsAfter: () => stored,
    settings,
  } as unknown as OrderStore;
  const feed = createReadyFeed(store, restaurantId('main'), '0123456789abcdef');
  const { body: answer } = feed.catchUp('0123456789abcdef.0');
  expect(JSON.parse(`{${answer}}`).events).toMatchObject([{ seq: 1, ready: { number: 'A1', state: 'preparing' } }]);
  expect(answer).not.toMatch(/Zuleika|Dish/);
});

test('[RDY4] a display may follow this and its own session, and nothing else', async () => {
  const { id } = (await pos.order()).json;
  for (const path of ['/ws/orders/live', `/ws/orders/${id}`, '/ws/products']) {
    expect([path, (await recordAt(box.url, path, display.token).closed).code]).toEqual([path, 4003]);
  }
  for (const path of ['/events/orders', `/events/orders/${id}`, '/events/products']) {
    expect([path, await readEvents(box.url, path, auth())]).toEqual([path, { status: 403 }]);
  }
  const asked = [
    ...['/sync/orders', '/orders', `/orders/${id}`, '/products', '/stations', '/settings', '/metrics'],
    ...['/ws/orders/live/status', '/ws/orders/live/connections'],
  ];
  for (const path of asked) expect([path, (await display.call('GET', path)).status]).toEqual([path, 403]);
  const done: [string, string, unknown][] = [
    ['POST', '/orders', { type: 'takeaway', items: [{ name: 'x', unit_price: 1, quantity: 1 }] }],
    ['PATCH', `/orders/${id}/status`, { status: 'ready' }],
    ['POST', `/orders/${id}/bump`, {}],
    ['POST', `/orders/${id}/cancel`, {}],
    ['PATCH', '/settings', { warn_minutes: 1 }],
  ];
  for (const [method, path, body] of done) {
    expect([path, (await display.call(method, path, body)).status]).toEqual([path, 403]);
  }
  const stranger = recordAt(box.url, '/ws/ready', undefined);
  expect((await stranger.closed).code).toBe(4001);
});

test('[RDY4] what waiters say among themselves does not reach a display, nor the other way round', async () => {
  const ws = follow();
  const floor = recordAt(box.url, '/ws/orders/live', pos.token);
  await Promise.all([ws.until(isLive), floor.until(isLive)]);
  const draft = { type: 'order_draft', draft_id: 'draft-0001', table_number: '9', items: 1, done: false };
  ws.send(JSON.stringify({ ...draft, draft_id: 'draft-0002' }));
  const third = recordAt(box.url, '/ws/orders/live', pos.token);
  await third.until(isLive);
  third.send(JSON.stringify(draft));
  await floor.until(({ type, data }) => type === 'order_draft' && data.draft_id === 'draft-0001');
  await pos.order();
  await ws.until(({ type }) => type === 'ready_changed');
  expect(ws.frames.map(({ type }) => type)).toEqual(
    expect.not.arrayContaining(['order_draft', 'presence', 'attention', 'seen']),
  );
  expect(floor.frames.filter(({ type }) => type === 'order_draft')).toHaveLength(1);
  for (const stream of [ws, floor, third]) stream.close();
});
