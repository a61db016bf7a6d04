import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { listenBySocket } from '../harness/listener.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { rememberSecret } from '../harness/sent-secrets.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openTables, phoneAt } from '../harness/table-phone.ts';

let box: ServerBox;
let manager: Api;
let waiter: Api;
let soup: string;
let nowMs: number;
const clock = { nowMs: () => nowMs };
const minuteMs = 60_000;

beforeEach(async () => {
  nowMs = Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
  box = await startServer({}, { clock });
  manager = await managerOf(box);
  waiter = apiFor(box.url, (await pairDevice(manager, 'waiter', 'Tablet')).token);
  const sizes = { name: 'Size', min: 1, max: 1, options: [{ name: 'small' }, { name: 'large', price: 2 }] };
  const dish = { sku: 'soup', name: 'Soup', price: 6.5, category: 'Starters', modifier_groups: [sizes] };
  soup = (await manager.call('POST', '/products', dish)).json.id;
});
afterEach(() => box.remove());

/** With the same data, port and clock moved on. */
async function restart(): Promise<void> {
  const { dataDir, port } = box;
  await box.stop();
  box = await startServer({ dataDir, port }, { clock });
}

const set = (change: object) => manager.call('PATCH', '/settings', change);
const open = () => openTables(manager, '5', 'Terrace');

const wish = (change: object = {}) => ({
  id: randomUUID(),
  items: [{ menu_item_id: soup, quantity: 2, modifiers: ['large'], notes: 'no salt, Zora' }],
  ...change,
});

/** What a waiter sends who takes it as it is. */
const order = (selfOrder: string) => ({
  ...{ type: 'dine_in', table_number: '5', self_order: selfOrder },
  items: [{ menu_item_id: soup, quantity: 2, modifiers: ['large'], notes: 'no salt, Zora' }],
});

test('[SLF1] it is no order: nothing of it is on a board, in a list, counted or owed until a waiter takes it', async () => {
  await open();
  await manager.call('PATCH', `/products/${soup}/inventory`, { quantity: 5 });
  const phone = await phoneAt(manager, '5');
  expect((await phone.call('GET', '/table')).json).toMatchObject({ table_number: '5' });
  const board = listenBySocket(box.url, '/ws/orders/live', manager.token);
  const ready = listenBySocket(box.url, '/ws/ready', manager.token);
  for (const { heard } of [board, ready]) await expect.poll(heard).toContain('"type":"live"');
  const asked = wish();
  const sent = await phone.call('POST', '/self-orders', asked);
  expect(sent.status).toBe(201);
  expect(sent.json).toMatchObject({ id: asked.id, table_number: '5', state: 'waiting', path: null, currency: 'USD' });
  expect(sent.json.items).toEqual([
    {
      ...{ menu_item_id: soup, name: 'Soup', quantity: 2, unit_price: 6.5, notes: 'no salt, Zora' },
      modifiers: [{ name: 'large', price: 2 }],
    },
  ]);
  await expect.poll(board.heard).toContain('"type":"self_order_changed"');
  expect(board.heard()).not.toContain('order_created');
  expect((await manager.call('GET', '/orders')).json.items).toEqual([]);
  expect((await manager.call('GET', `/products/${soup}`)).json.stock_quantity).toBe(5);
  const taken = await waiter.call('POST', '/orders', order(asked.id));
  expect([taken.status, taken.json.items[0].name, taken.json.total_price]).toEqual([201, 'Soup', 17]);
  expect((await manager.call('GET', `/products/${soup}`)).json.stock_quantity).toBe(3);
  await expect.poll(board.heard).toContain('"state":"taken"');
  expect(ready.heard()).not.toMatch(/self_order|Zora|Soup/);
  const told = (await phone.call('GET', `/self-orders/${asked.id}`)).json;
  expect(told.state).toBe('taken');
  const secret = told.path.replace('/o/', '');
  rememberSecret(box.url, secret);
  const page = await apiFor(box.url, secret).call('GET', `/sync/orders/${taken.json.id}`);
  expect(page.json.entities.guest).toMatchObject({ table_number: '5', state: 'received' });
  board.close();
  ready.close();
});

test('[SLF2] of any number of waiters one takes it, whoever else tries is told so, and nothing of theirs is made', async () => {
  await open();
  const phone = await phoneAt(manager, '5');
  const asked = wish();
  await phone.call('POST', '/self-orders', asked);
  const tries = await Promise.all(
    Array.from({ length: 8 }, (_, nth) =>
      waiter.call('POST', '/orders', order(asked.id), { 'idempotency-key': `k${nth}` }),
    ),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  expect(tries.flatMap(({ status, json }) => (status === 409 ? [json.code] : []))).toEqual(
    Array(7).fill('self_order_gone'),
  );
  expect((await manager.call('GET', '/orders')).json.items).toHaveLength(1);
  // The winner's tablet that heard no answer gets the same once more.
  const winner = tries.findIndex(({ status }) => status === 201);
  const again = await waiter.call('POST', '/orders', order(asked.id), { 'idempotency-key': `k${winner}` });
  expect([again.status, again.json.id]).toEqual([201, tries[winner]?.json.id]);
  expect((await manager.call('GET', '/orders')).json.items).toHaveLength(1);
});

test('[SLF2] it can go onto an order that the table has; what the kitchen refuses leaves it waiting', async () => {
  await open();
  const phone = await phoneAt(manager, '5');
  const first = (await waiter.call('POST', '/orders', { ...order(''), self_order: null })).json;
  const asked = wish();
  await phone.call('POST', '/self-orders', asked);
  const { items } = order(asked.id);
  await manager.call('PATCH', `/products/${soup}/availability`, { available: false });
  const refused = await waiter.call('POST', `/orders/${first.id}/items`, { items, self_order: asked.id });
  expect([refused.status, refused.json.code]).toEqual([409, 'item_unavailable']);
  expect((await phone.call('GET', `/self-orders/${asked.id}`)).json.state).toBe('waiting');
  await manager.call('PATCH', `/products/${soup}/availability`, { available: true });
  const added = await waiter.call('POST', `/orders/${first.id}/items`, { items, self_order: asked.id });
  expect([added.status, added.json.items.length]).toEqual([200, 2]);
  expect((await phone.call('GET', `/self-orders/${asked.id}`)).json.state).toBe('taken');
});

test('[SLF3] a waiter refuses it with a reason, its guest withdraws it, the clock ends it; what has ended stays so', async () => {
  await open();
  const phone = await phoneAt(manager, '5');
  const [refused, withdrawn, expired] = [wish(), wish(), wish()];
  for (const each of [refused, withdrawn]) await phone.call('POST', '/self-orders', each);
  const answer = await waiter.call('POST', `/self-orders/${refused.id}/refuse`, { reason: 'We are closing' });
  expect([answer.status, answer.json.state]).toEqual([200, 'refused']);
  expect((await phone.call('POST', `/self-orders/${withdrawn.id}/withdraw`)).json.state).toBe('withdrawn');
  expect((await phone.call('GET', `/self-orders/${refused.id}`)).json).toMatchObject({
    ...{ state: 'refused', reason: 'We are closing', path: null },
  });
  for (const { id } of [refused, withdrawn]) {
    const late = await waiter.call('POST', '/orders', order(id));
    expect([late.status, late.json.code]).toEqual([409, 'self_order_gone']);
  }
  expect((await phone.call('POST', `/self-orders/${refused.id}/withdraw`)).json.code).toBe('self_order_gone');
  await phone.call('POST', '/self-orders', expired);
  nowMs += 59 * minuteMs;
  await restart();
  expect((await phone.call('GET', `/self-orders/${expired.id}`)).json.state).toBe('waiting');
  nowMs += minuteMs;
  await restart();
  await expect.poll(async () => (await phone.call('GET', `/self-orders/${expired.id}`)).json.state).toBe('expired');
});

test('[SLF4] three wait at a table, thirty dishes are in one, and what the menu does not have is refused', async () => {
  await open();
  const phone = await phoneAt(manager, '5');
  for (let nth = 0; nth < 3; nth++) expect((await phone.call('POST', '/self-orders', wish())).status).toBe(201);
  expect((await phone.call('POST', '/self-orders', wish())).json.code).toBe('self_orders_waiting');
  const terrace = await phoneAt(manager, 'Terrace');
  expect((await terrace.call('POST', '/self-orders', wish())).status).toBe(201);
  const [item] = wish().items;
  const many = await terrace.call('POST', '/self-orders', wish({ items: Array(31).fill(item) }));
  expect([many.status, many.json.code]).toEqual([400, 'invalid']);
  for (const [change, path] of [
    [{ menu_item_id: randomUUID() }, 'items[0].menu_item_id'],
    [{ modifiers: ['huge'] }, 'items[0].modifiers'],
    [{ modifiers: [] }, 'items[0].modifiers'],
    [{ quantity: 0 }, 'items[0].quantity'],
    [{ unit_price: 0.01 }, 'items[0]'],
    [{ notes: 'x'.repeat(301) }, 'items[0].notes'],
  ] as const) {
    const bad = await terrace.call('POST', '/self-orders', wish({ items: [{ ...item, ...change }] }));
    expect([bad.status, bad.json.errors[0].path.startsWith(path)]).toEqual([400, true]);
  }
  await manager.call('PATCH', `/products/${soup}/availability`, { available: false });
  expect((await terrace.call('POST', '/self-orders', wish())).json.code).toBe('item_unavailable');
});

test('[SLF5] a code tells of nothing but what its own phone has asked for, and of no other table', async () => {
  await open();
  const [phone, terrace] = [await phoneAt(manager, '5'), await phoneAt(manager, 'Terrace')];
  const asked = wish();
  await phone.call('POST', '/self-orders', asked);
  expect((await terrace.call('GET', `/self-orders/${asked.id}`)).status).toBe(404);
  expect((await terrace.call('POST', `/self-orders/${asked.id}/withdraw`)).status).toBe(404);
  // Somebody else's id is nobody's to take over.
  const taken = await terrace.call('POST', '/self-orders', { ...wish(), id: asked.id });
  expect([taken.status, taken.json.code]).toEqual([409, 'self_order_gone']);
  for (const path of ['/orders', '/products', '/settings', '/sync/orders', '/events/orders', '/users', '/tables/codes'])
    expect([path, (await phone.call('GET', path)).status]).toEqual([path, 403]);
  const again = await phone.call('POST', '/self-orders', asked);
  expect([again.status, again.json.id]).toEqual([201, asked.id]);
  expect((await phone.call('GET', `/self-orders/${asked.id}`)).json.version).toBe(1);
});

test('[SLF5] a code is good while it is switched on and the table is there; made up ones never are', async () => {
  await open();
  const phone = await phoneAt(manager, '5');
  expect((await phone.call('GET', '/table')).status).toBe(200);
  expect((await apiFor(box.url, 'A'.repeat(22)).call('GET', '/table')).status).toBe(401);
  await set({ self_ordering: false });
  expect((await phone.call('GET', '/table')).status).toBe(401);
  await set({ self_ordering: true, tables: [{ name: 'Terrace' }] });
  expect((await phone.call('GET', '/table')).status).toBe(401);
  await set({ tables: [{ name: '5' }] });
  await restart();
  expect((await phone.call('GET', '/table')).status).toBe(200);
});
