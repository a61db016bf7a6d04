import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBumped } from '../../src-main/server/store/bumped-list.ts';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { databaseIn } from '../harness/server-process.ts';
import { openSmallKitchen, type SmallKitchen, type Taken } from '../harness/small-kitchen.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let api: Api;
let kitchen: SmallKitchen;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
  kitchen = await openSmallKitchen(api);
});
afterAll(() => box.remove());

const bump = (order: Taken, station: string) => api.call('POST', `/orders/${order.id}/bump`, { station });
const list = async (query: string) => (await api.call('GET', `/orders/bumped?limit=200&${query}`)).json;
const has = async (query: string, order: Taken) => (await list(query)).items.some(({ id }: Taken) => id === order.id);

test('[RCL4] a ticket is in the list of a station from the bump there, and in the expo’s when it is handed over', async () => {
  const order = await kitchen.order(['burger', 'fries']);
  expect(await has('station=grill', order)).toBe(false);
  await bump(order, 'grill');
  expect(await has('station=grill', order)).toBe(true);
  expect(await has('station=fry', order)).toBe(false);
  expect(await has('station=pass', order)).toBe(false);
  await bump(order, 'fry');
  await bump(order, 'pass');
  for (const query of ['station=grill', 'station=fry', 'station=pass', '']) expect(await has(query, order)).toBe(true);
  expect(await has('station=bar', order)).toBe(false);
});

test('[RCL4] what was recalled is out of it, until it is bumped again', async () => {
  const order = await kitchen.order(['burger']);
  await bump(order, 'grill');
  await api.call('POST', `/orders/${order.id}/recall`, { station: 'grill' });
  expect(await has('station=grill', order)).toBe(false);
  await bump(order, 'grill');
  expect(await has('station=grill', order)).toBe(true);
});

test('[RCL4] the last bumped comes first, whenever it was ordered, and pages do not shift', async () => {
  const orders = [];
  for (let i = 0; i < 5; i++) orders.push(await kitchen.order(['cola']));
  for (const order of [orders[3], orders[0], orders[4]]) {
    await bump(order, 'bar');
    await new Promise((done) => setTimeout(done, 3));
  }
  const first = (await api.call('GET', '/orders/bumped?station=bar&limit=2')).json;
  expect(first.items.map(({ id }: Taken) => id)).toEqual([orders[4].id, orders[0].id]);
  await bump(orders[1], 'bar');
  const next = (await api.call('GET', `/orders/bumped?station=bar&limit=1&cursor=${first.next_cursor}`)).json;
  expect(next.items.map(({ id }: Taken) => id)).toEqual([orders[3].id]);
});

test('[RCL4] a cancelled order is listed where it was to be cooked, once its ticket has gone', async () => {
  const order = await kitchen.order(['burger']);
  await api.call('POST', `/orders/${order.id}/cancel`, { reason: 'guest left' });
  await bump(order, 'grill');
  expect(await has('station=grill', order)).toBe(true);
  expect(await has('station=fry', order)).toBe(false);
});

test('[RCL4] tomorrow the list begins anew', async () => {
  const order = await kitchen.order(['burger']);
  await bump(order, 'grill');
  const db = new Database(databaseIn(box.dataDir), { readonly: true });
  const itemsAt = (nowMs: number) => JSON.parse(listBumped(db, 'main', { station: 'grill', limit: 200 }, nowMs)).items;
  expect(itemsAt(Date.now()).map(({ id }: Taken) => id)).toContain(order.id);
  expect(itemsAt(Date.now() + 86_400_000)).toEqual([]);
  db.close();
});

test('[RCL3] whoever cooked is named at the station, whoever handed over at the expo', async () => {
  const ana = await addUser(box, { username: 'Ana', role: 'kitchen' });
  const bo = await addUser(box, { username: 'Bo', role: 'kitchen' });
  const order = await kitchen.order(['burger']);
  await ana.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  await bo.call('POST', `/orders/${order.id}/bump`, { station: 'pass' });
  const nameIn = async (query: string) => (await list(query)).items.find(({ id }: Taken) => id === order.id)?.bumped_by;
  expect(await nameIn('station=grill')).toBe('Ana');
  expect(await nameIn('')).toBe('Bo');
});

test('[RCL5] it is searched by table, number, guest and dish', async () => {
  const items = [{ name: 'Crème brûlée', unit_price: 7 }];
  const order = (await api.order({ type: 'dine_in', table_number: '73', customer_name: 'Zoë', items })).json;
  await bump(order, 'grill');
  for (const search of ['73', order.number, 'zoe', 'brulee', 'ZOE 73']) {
    expect((await list(`q=${encodeURIComponent(search)}&station=grill`)).items.map(({ id }: Taken) => id)).toEqual([
      order.id,
    ]);
  }
  expect((await list('q=nobody&station=grill')).items).toEqual([]);
});

test('[INP3] a question that makes no sense is refused', async () => {
  for (const query of [`q=${'x'.repeat(61)}`, 'station=No+Such!', 'cursor=x', 'limit=0', 'limit=201', 'sort=x']) {
    expect((await api.call('GET', `/orders/bumped?${query}`)).status, query).toBe(400);
  }
});

test('[PER1] a cook may read it, a guest screen may not', async () => {
  const cook = await addUser(box, { username: 'cook', role: 'kitchen' });
  const display = await addUser(box, { username: 'wall', role: 'display' });
  expect((await cook.call('GET', '/orders/bumped')).status).toBe(200);
  expect((await display.call('GET', '/orders/bumped')).status).toBe(403);
});
