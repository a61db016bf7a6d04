import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openSmallKitchen, type SmallKitchen, type Taken } from '../harness/small-kitchen.ts';

let box: ServerBox;
let api: Api;
let kitchen: SmallKitchen;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
  kitchen = await openSmallKitchen(api);
});
afterAll(() => box.remove());

const silent = true;
const onOrder = ({ id }: Taken, path: string) => `/orders/${id}${path}`;
const quietOf = (order: Taken) => order.items.map(({ quiet }: Taken) => quiet);

test('[CHM10] a silent order says so in its event, and for those who come later in its items', async () => {
  const { cursor } = (await api.call('GET', '/sync/orders')).json;
  const order = await kitchen.order(['burger', 'platter'], { silent });
  const work = (...stations: string[]) => ({ stations, change: false, voiding: false });
  expect(quietOf(order)).toEqual([work('grill'), work('grill', 'fry')]);
  const { events } = (await api.call('GET', `/sync/orders?last_event_id=${cursor}`)).json;
  expect(events).toMatchObject([{ type: 'order_created', data: { silent: true } }]);
  expect(quietOf((await api.call('GET', onOrder(order, ''))).json)).toEqual(quietOf(order));

  const { json } = await api.call('POST', onOrder(order, '/bump'), { station: 'grill' });
  expect(quietOf(json)).toEqual([null, work('fry')]);
  const after = (await api.call('GET', `/sync/orders?last_event_id=${cursor}`)).json.events;
  expect(after.at(-1).data).not.toHaveProperty('silent');
});

test('[CHM10] every command on an order can be silent', async () => {
  const order = await kitchen.order(['burger', 'platter', 'cola']);
  const [burger, platter, cola] = order.items;
  const other = await kitchen.order(['fries']);
  const commands: [method: 'POST' | 'PATCH', path: string, body?: object][] = [
    ['POST', '/hold'],
    ['POST', '/fire'],
    ['POST', '/items', { items: [{ menu_item_id: kitchen.dishes.fries }] }],
    ['PATCH', `/items/${platter.id}`, { notes: 'rare' }],
    ['POST', '/acknowledge'],
    ['PATCH', `/items/${burger.id}`, { status: 'preparing' }],
    ['PATCH', `/items/${cola.id}`, { status: 'voided' }],
    ['POST', '/reroute', { station: 'grill', to: 'bar' }],
    ['POST', '/bump', { station: 'fry' }],
    ['POST', '/recall', { station: 'fry' }],
    ['POST', '/priority', { priority: 'high' }],
    ['POST', '/transfer', { table_number: '9' }],
    ['POST', '/merge', { from: other.id }],
    ['PATCH', '/payment', { payment_status: 'paid' }],
    ['PATCH', '/status', { status: 'ready' }],
    ['POST', '/split', { items: [{ id: burger.id }] }],
    ['POST', '/cancel'],
  ];
  for (const [method, path, body] of commands) {
    const { cursor } = (await api.call('GET', '/sync/orders')).json;
    const answer = await api.call(method, onOrder(order, path), { ...body, silent });
    expect([path, answer.status], answer.text).toEqual([path, path === '/split' ? 201 : 200]);
    const { events } = (await api.call('GET', `/sync/orders?last_event_id=${cursor}`)).json;
    expect([path, events.length > 0]).toEqual([path, true]);
    for (const { data } of events) expect([path, data.silent]).toEqual([path, true]);
  }
});

test('[CHM10] [UND1] a silent command is taken back silently or aloud, and leaves nothing of its silence', async () => {
  const order = await kitchen.order(['burger']);
  const bumped = (await api.call('POST', onOrder(order, '/bump'), { station: 'grill', silent })).json;
  expect(quietOf(bumped)).toEqual([{ stations: ['grill'], change: false, voiding: false }]);
  const undone = await api.call('POST', onOrder(order, '/undo'), { version: bumped.version });
  expect([undone.status, quietOf(undone.json)]).toEqual([200, [null]]);
});

test('[CHM10] [RDY1] guests are told that a number became ready without a sound', async () => {
  for (const isSilent of [true, false]) {
    const { id, number } = (await api.order({ type: 'takeaway' })).json;
    await api.call('PATCH', `/orders/${id}/status`, { status: 'ready', ...(isSilent ? { silent } : {}) });
    const { ready } = (await api.call('GET', '/sync/ready')).json.entities;
    const entry = ready.find((one: Taken) => one.number === number);
    expect([entry.state, entry.silent]).toEqual(['ready', isSilent ? true : undefined]);
  }
});
