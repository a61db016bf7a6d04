import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
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

const historyOf = async (id: string): Promise<Taken[]> => (await api.call('GET', `/orders/${id}/history`)).json.items;
const whats = (happening: Taken): string[] => happening.deeds.map((deed: Taken) => deed.what);

test('[STE5] each event says what was done, from what to what, and who did it: a person, a device, a program', async () => {
  const { api: device } = await pairDevice(api, 'kitchen', 'Grill, by the window');
  const { json: key } = await api.call('POST', '/api-keys', { name: 'Till at the bar' });
  const till = apiFor(box.url, key.key);
  const order = (await till.order({ table_number: '4', items: [{ menu_item_id: kitchen.dishes.burger, quantity: 2 }] }))
    .json;
  await api.call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { quantity: 3, notes: 'rare' });
  await device.call('POST', `/orders/${order.id}/bump`, { station: 'grill' }, { 'idempotency-key': 'by-the-window' });
  await device.call('POST', `/orders/${order.id}/undo`, { key: 'by-the-window' });
  const past = await historyOf(order.id);
  expect(past.map(({ who }) => who)).toEqual([
    { kind: 'program', name: 'Till at the bar' },
    { kind: 'person', name: 'Manager' },
    { kind: 'device', name: 'Grill, by the window' },
    { kind: 'device', name: 'Grill, by the window' },
  ]);
  const dishes = (quantity: number) => [{ name: 'burger', quantity }];
  expect(past.map(({ deeds }) => deeds)).toEqual([
    [{ what: 'placed', dishes: dishes(2) }],
    [
      { what: 'changed', dishes: dishes(2), field: 'quantity', old: 2, new: 3 },
      { what: 'changed', dishes: dishes(2), field: 'notes', old: null, new: 'rare' },
    ],
    [{ what: 'worked', dishes: dishes(3), station: 'grill', status: 'ready', byAge: false }],
    [{ what: 'back', dishes: dishes(3), station: 'grill', status: 'pending' }],
  ]);
  expect(past.at(-1).data.undone).toBe(true);
});

test('[STE5] [GRO1] [GRO2] dishes that leave or come say from and to which order, by its number', async () => {
  const order = await kitchen.order(['burger', { sku: 'fries', quantity: 3 }]);
  const parts = [{ id: order.items[1].id, quantity: 2 }];
  const split = await api.call('POST', `/orders/${order.id}/split`, { items: parts });
  expect(split.status).toBe(201);
  const merged = await api.call('POST', `/orders/${order.id}/merge`, { from: split.json.id });
  expect(merged.status).toBe(200);
  const fries = [{ name: 'fries', quantity: 2 }];
  const other = { order: split.json.id, number: split.json.number };
  const own = { order: order.id, number: order.number };
  const past = await historyOf(order.id);
  expect(past.slice(1).map(({ deeds }) => deeds)).toEqual([
    [{ what: 'split-off', dishes: fries, ...other }],
    [{ what: 'merged-in', dishes: fries, ...other }],
  ]);
  expect((await historyOf(split.json.id)).map(({ deeds }) => deeds)).toEqual([
    [{ what: 'split-from', dishes: fries, ...own }],
    [{ what: 'merged-into', dishes: fries, ...own }],
  ]);
});

test('[STE5] a history says nothing of who the guest is', async () => {
  const guest = { customer_name: 'Ottilie', customer_phone: '+49 30 1234567' };
  const order = await kitchen.order(['burger'], guest);
  await api.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  const { text } = await api.call('GET', `/orders/${order.id}/history`);
  for (const word of Object.values(guest)) expect(text).not.toContain(word);
  expect((await historyOf(order.id)).map(whats)).toEqual([['placed'], ['worked']]);
});

test('[LST3] orders are searched by number, table, guest and dish, on any business day, in pages that go on', async () => {
  const find = async (query: Record<string, string>) => {
    const params = new URLSearchParams({ sort: '-created_at', ...query });
    const { status, json } = await api.call('GET', `/orders?${params}`);
    expect(status).toBe(200);
    return json;
  };
  const orders = [];
  for (const name of ['Ada', 'Édith', 'Ada']) {
    orders.push(await kitchen.order(['cola'], { table_number: '77', customer_name: name }));
  }
  const ids = orders.map(({ id }) => id).reverse();
  const idsOf = ({ items }: Taken) => items.map(({ id }: Taken) => id);
  expect(idsOf(await find({ q: 'cola 77' }))).toEqual(ids);
  expect(idsOf(await find({ q: 'edith' }))).toEqual([ids[1]]);
  expect(idsOf(await find({ q: orders[2].number }))).toEqual([ids[0]]);
  expect(idsOf(await find({ q: 'nobody' }))).toEqual([]);
  const first = await find({ q: 't77', limit: '2' });
  expect(idsOf(first)).toEqual(ids.slice(0, 2));
  const second = await find({ q: 't77', limit: '2', cursor: first.next_cursor });
  expect([idsOf(second), second.next_cursor]).toEqual([ids.slice(2), null]);
  const day = orders[0].business_day;
  expect(idsOf(await find({ day, q: 't77' }))).toEqual(ids);
  expect((await find({ day: '2020-02-29' })).items).toEqual([]);
  for (const odd of ['day=2026-13-01', 'day=today', `q=${'x'.repeat(61)}`])
    expect((await api.call('GET', `/orders?${odd}`)).status).toBe(400);
});
