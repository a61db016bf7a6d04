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

const verb = (order: Taken, name: string, body?: object, headers?: Record<string, string>) =>
  api.call('POST', `/orders/${order.id}/${name}`, body, headers);
const read = async (order: Taken) => (await api.call('GET', `/orders/${order.id}`)).json;
const dishes = (order: Taken) => order.items.map((item: Taken) => [item.quantity, item.name, item.status]);

test('[GRO1] lines split off as far cooked as they are, by quantity too, and the totals add up', async () => {
  const order = await kitchen.order([{ sku: 'burger', quantity: 3 }, 'fries'], { customer_name: 'Ines' });
  await verb(order, 'bump', { station: 'grill' });
  const items = [{ id: order.items[0].id, quantity: 1 }, { id: order.items[1].id }];
  const split = await verb(order, 'split', { items, table_number: '5' }, { 'idempotency-key': 'split-1' });
  expect(split.status).toBe(201);
  expect(split.json).toMatchObject({ table_number: '5', split_from: order.id, customer_name: 'Ines' });
  expect(dishes(split.json)).toEqual([
    [1, 'burger', 'ready'],
    [1, 'fries', 'pending'],
  ]);
  const rest = await read(order);
  expect(dishes(rest)).toEqual([[2, 'burger', 'ready']]);
  expect(rest.total_price + split.json.total_price).toBe(20);
  const again = await verb(order, 'split', { items, table_number: '5' }, { 'idempotency-key': 'split-1' });
  expect([again.status, again.json.id]).toEqual([201, split.json.id]);
  expect((await read(order)).version).toBe(rest.version);
});

test('[GRO1] what is not there cannot be split off, nor all there is', async () => {
  const order = await kitchen.order(['burger', 'fries']);
  const split = async (...items: object[]) => (await verb(order, 'split', { items })).json.code;
  expect(await split({ id: order.items[0].id, quantity: 2 })).toBe('item_not_found');
  expect(await split({ id: order.id })).toBe('item_not_found');
  expect(await split({ id: order.items[0].id }, { id: order.items[0].id })).toBe('item_not_found');
  expect(await split({ id: order.items[0].id }, { id: order.items[1].id })).toBe('invalid');
  expect((await read(order)).version).toBe(1);
});

test('[GRO1] [UND1] what a split by quantity took along cannot come back by an undo, nor what was done before it', async () => {
  const order = await kitchen.order([{ sku: 'burger', quantity: 4 }]);
  const item = order.items[0].id;
  await api.call('PATCH', `/orders/${order.id}/items/${item}`, { allergens: ['nuts'] });
  const split = await verb(order, 'split', { items: [{ id: item, quantity: 3 }] });
  expect((await read(order)).version).toBe(3);
  for (const version of [2, 3]) expect((await verb(order, 'undo', { version })).json.code).toBe('cannot_undo');
  expect((await read(order)).items[0].quantity + split.json.items[0].quantity).toBe(4);
});

test('[GRO2] two orders become one; the other is empty, closed, and says where its lines went', async () => {
  const into = await kitchen.order(['burger']);
  const from = await kitchen.order(['fries', 'cola']);
  await verb(from, 'bump', { station: 'fry' });
  const merged = await verb(into, 'merge', { from: from.id });
  expect(dishes(merged.json)).toEqual([
    [1, 'burger', 'pending'],
    [1, 'fries', 'ready'],
    [1, 'cola', 'pending'],
  ]);
  expect(await read(from)).toMatchObject({
    order_status: 'cancelled',
    merged_into: into.id,
    items: [],
    total_price: 0,
  });
  const { json: past } = await api.call('GET', `/orders/${from.id}/history`);
  expect(past.items.at(-1)).toMatchObject({ type: 'order_updated', data: { merged_into_number: into.number } });
  expect((await verb(into, 'merge', { from: from.id })).json.version).toBe(merged.json.version);
  for (const [name, body] of [
    ['merge', { from: into.id }],
    ['recall', {}],
    ['transfer', { table_number: '9' }],
  ] as const)
    expect((await verb(from, name, body)).json).toMatchObject({
      code: 'order_merged',
      detail: `Its dishes have gone to order ${into.number}.`,
    });
  const pay = { payment_status: 'paid' };
  expect((await api.call('PATCH', `/orders/${from.id}/payment`, pay)).json.code).toBe('order_merged');
  expect((await verb(into, 'merge', { from: into.id })).json.code).toBe('invalid');
});

test('[GRO2] paid and unpaid orders stay apart', async () => {
  const [into, from] = [await kitchen.order(['burger']), await kitchen.order(['cola'])];
  await api.call('PATCH', `/orders/${from.id}/payment`, { payment_status: 'paid' });
  expect((await verb(into, 'merge', { from: from.id })).json.code).toBe('invalid');
});

test('[GRO1] a table that moves takes its order along', async () => {
  const order = await kitchen.order(['burger']);
  const moved = await verb(order, 'transfer', { table_number: 'Terrace 2' });
  expect(moved.json).toMatchObject({ table_number: 'Terrace 2', order_status: 'pending', version: 2 });
  const listed = (await api.call('GET', '/orders?table=Terrace%202')).json.items;
  expect(listed.map((one: Taken) => one.id)).toEqual([order.id]);
});
