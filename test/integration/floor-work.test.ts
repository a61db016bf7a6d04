import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
let waiter: Api;
let waiterId: string;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
  const password = 'the password of anna';
  const anna = { username: 'anna', display_name: 'Anna', role: 'waiter', password };
  waiterId = (await api.call('POST', '/users', anna)).json.id;
  waiter = await signIn(box.url, password, 'anna');
});
afterAll(() => box.remove());

const place = async (order: object, by: Api = api) => {
  const items = [{ name: 'Soup', unit_price: 5, quantity: 1 }];
  const answer = await by.call('POST', '/orders', { items, ...order });
  expect(answer.status).toBe(201);
  return answer.json;
};

test('[FLR5] a manager writes down the tables; waiters read them, and nobody else changes them', async () => {
  const tables = [{ name: '1' }, { name: 'Bar', area: 'Garden', seats: 6 }];
  const { status, json } = await api.call('PATCH', '/settings', { tables });
  expect([status, json.tables]).toEqual([
    200,
    [
      { name: '1', area: '', seats: null },
      { name: 'Bar', area: 'Garden', seats: 6 },
    ],
  ]);
  expect((await waiter.call('GET', '/settings')).json.tables).toEqual(json.tables);
  expect((await waiter.call('PATCH', '/settings', { tables: [] })).status).toBe(403);
  // What is not named stays.
  expect((await api.call('PATCH', '/settings', { warn_minutes: 4 })).json.tables).toEqual(json.tables);
  const old = { 'if-match': `"${json.version}"` };
  expect((await api.call('PATCH', '/settings', { tables: [] }, old)).status).toBe(412);
});

test.each([
  ['of one name', [{ name: '7' }, { name: '07' }], 'tables[1].name'],
  ['without a name', [{ name: ' ' }], 'tables[0].name'],
  ['of a long name', [{ name: 'x'.repeat(41) }], 'tables[0].name'],
  ['with no chair', [{ name: '1', seats: 0 }], 'tables[0].seats'],
  ['with what nobody knows', [{ name: '1', x: 1 }], 'tables[0].x'],
  ['in numbers', Array.from({ length: 301 }, (_, at) => ({ name: `${at}` })), 'tables'],
])('[FLR5] [INP3] tables %s are refused, with their place', async (_what, tables, path) => {
  const before = (await api.call('GET', '/settings')).json;
  const { status, json } = await api.call('PATCH', '/settings', { tables });
  expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid', path]);
  expect((await api.call('GET', '/settings')).json).toEqual(before);
});

test('[SHP1] [SHP2] an order is shipped, delivered, and driven out anew when it is cooked again', async () => {
  const { id } = await place({ type: 'delivery', customer_name: 'Guest' });
  const to = async (status: string, by: Api = waiter) => by.call('PATCH', `/orders/${id}/status`, { status });
  const shipped = await to('Shipped');
  expect(shipped.json).toMatchObject({ order_status: 'completed', delivered_at: null });
  expect(Date.parse(shipped.json.shipped_at)).toBeGreaterThan(0);
  const delivered = await to('delivered');
  expect(delivered.json).toMatchObject({ order_status: 'completed', shipped_at: shipped.json.shipped_at });
  expect(Date.parse(delivered.json.delivered_at)).toBeGreaterThan(0);
  const { version } = delivered.json;
  const undone = await waiter.call('POST', `/orders/${id}/undo`, { version });
  expect([undone.status, undone.json.delivered_at]).toEqual([200, null]);
  const history = (await api.call('GET', `/orders/${id}/history`)).json.items;
  expect(history.map((one: { type: string }) => one.type)).toEqual([
    'order_created',
    'order_shipped',
    'order_delivered',
    'order_updated',
  ]);
  const recalled = await api.call('POST', `/orders/${id}/recall`, {});
  expect(recalled.json.order_status).toBe('preparing');
  expect('shipped_at' in recalled.json).toBe(false);
  const here = await place({ type: 'dine_in', table_number: '1' });
  expect((await api.call('PATCH', `/orders/${here.id}/status`, { status: 'shipped' })).json.code).toBe('invalid');
});

test('[SHP3] what came to an order since it was seen keeps it from being shipped; seen anew it goes', async () => {
  const first = await place({ type: 'delivery' });
  const sightOf = ({ updated_at, items }: any) => ({
    at: updated_at,
    items: items.map(({ id }: { readonly id: string }) => ({ id, turns: 0 })),
  });
  const items = [{ name: 'Late soup', unit_price: 5 }];
  const more = (await api.call('POST', `/orders/${first.id}/items`, { items })).json;
  const to = (status: string, seen: object) => waiter.call('PATCH', `/orders/${first.id}/status`, { status, seen });
  const refused = await to('shipped', sightOf(first));
  expect([refused.status, refused.json.code]).toEqual([412, 'version_mismatch']);
  expect((await api.call('GET', `/orders/${first.id}`)).json.order_status).toBe('pending');
  expect((await to('ready', sightOf(more))).json.errors[0].path).toBe('seen');
  expect((await to('shipped', sightOf(more))).status).toBe(200);
});

test('[SHP2] what splits off an order that is under way is under way as well; what comes to one is not', async () => {
  const items = [{ name: 'Soup', unit_price: 5, quantity: 2 }];
  const first = await place({ type: 'delivery', items });
  const shipped = (await waiter.call('PATCH', `/orders/${first.id}/status`, { status: 'shipped' })).json;
  const part = { items: [{ id: first.items[0].id, quantity: 1 }] };
  const split = await waiter.call('POST', `/orders/${first.id}/split`, part);
  expect([split.status, split.json.shipped_at]).toEqual([201, shipped.shipped_at]);
  const second = await place({ type: 'delivery', items });
  const merged = await waiter.call('POST', `/orders/${first.id}/merge`, { from: second.id });
  expect([merged.status, 'shipped_at' in merged.json]).toEqual([200, false]);
});

test('[SHP1] orders are listed by how they are eaten', async () => {
  await place({ type: 'takeaway' });
  const { items } = (await waiter.call('GET', '/orders?type=takeaway')).json;
  expect(items.map((one: { type: string }) => one.type)).toEqual(['takeaway']);
  expect((await waiter.call('GET', '/orders?type=flown')).status).toBe(400);
});

test('[PUP3] an order tells the staff by id who took it, also what splits off from it; a till’s tells none', async () => {
  const taken = await place({ type: 'dine_in', table_number: '4' });
  expect(taken.server_id).toEqual(expect.any(String));
  const dish = await api.call('POST', '/products', { sku: 'tea', name: 'Tea', price: 3, category: 'Drinks' });
  const items = [{ menu_item_id: dish.json.id, quantity: 2 }];
  const own = await place({ type: 'dine_in', table_number: '4', items }, waiter);
  expect([own.server_id, own.server_name]).toEqual([waiterId, 'Anna']);
  const part = { items: [{ id: own.items[0].id, quantity: 1 }] };
  expect((await api.call('POST', `/orders/${own.id}/split`, part)).json.server_id).toBe(waiterId);
});
