import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
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

const verb = (order: Taken, name: string, body?: object, headers?: Record<string, string>) =>
  api.call('POST', `/orders/${order.id}/${name}`, body, headers);

const statusesOf = (order: Taken) => order.items.map((item: Taken) => item.status);
const sharesOf = (order: Taken) =>
  Object.fromEntries(
    order.items.flatMap((item: Taken) =>
      item.progress.map((part: Taken) => [`${item.name}@${part.station}`, part.status]),
    ),
  );

test('[RTE1] [RTE2] dishes go to the stations of their menu item, else of their category, else to the first', async () => {
  const order = await kitchen.order(['burger', 'platter', 'cola']);
  const free = (await api.order({ items: [{ name: 'Soup of the day', unit_price: 4 }] })).json;
  const routes = [...order.items, ...free.items].map((item: Taken) => [
    item.name,
    item.progress.map((part: Taken) => `${part.station} by ${part.routed_by}`),
  ]);
  expect(routes).toEqual([
    ['burger', ['grill by category']],
    ['platter', ['grill by menu-item', 'fry by menu-item']],
    ['cola', ['bar by category']],
    ['Soup of the day', ['grill by fallback']],
  ]);
});

test('[BMP1] [EXP1] stations finish their shares, the expo hands over', async () => {
  const order = await kitchen.order(['platter', 'fries']);
  const grill = await verb(order, 'bump', { station: 'grill' });
  expect(sharesOf(grill.json)).toEqual({ 'platter@grill': 'ready', 'platter@fry': 'pending', 'fries@fry': 'pending' });
  expect([grill.json.order_status, grill.json.items[0].progress[0].done_by]).toEqual(['preparing', 'Manager']);
  expect((await verb(order, 'bump', { station: 'fry' })).json.order_status).toBe('ready');
  const over = await verb(order, 'bump', { station: 'pass' });
  expect([over.json.order_status, statusesOf(over.json)]).toEqual(['completed', ['completed', 'completed']]);
});

test('[BMP1] a single line can be bumped, and a bump that finds nothing to do changes nothing', async () => {
  const order = await kitchen.order(['burger', 'platter']);
  const one = await verb(order, 'bump', { station: 'grill', item_ids: [order.items[1].id] });
  expect(sharesOf(one.json)).toMatchObject({ 'burger@grill': 'pending', 'platter@grill': 'ready' });
  const again = await verb(order, 'bump', { station: 'grill', item_ids: [order.items[1].id] });
  expect([again.status, again.json.version]).toEqual([200, one.json.version]);
  expect((await verb(order, 'bump', { station: 'bar' })).json.version).toBe(one.json.version);
  expect((await verb(order, 'bump', { station: 'sauna' })).json.code).toBe('station_not_found');
  expect((await verb(order, 'bump', { item_ids: [order.id] })).json.code).toBe('item_not_found');
});

test('[BMP2] what was added, changed or brought back after the cook looked is left as it is', async () => {
  const order = await kitchen.order(['burger', 'platter']);
  const [burger, platter] = order.items;
  const items = [burger, platter].map(({ id }: Taken) => ({ id, turns: 0 }));
  const seen = { at: order.updated_at, items };
  await api.call('POST', `/orders/${order.id}/items`, { items: [{ name: 'Late soup', unit_price: 4 }] });
  await api.call('PATCH', `/orders/${order.id}/items/${platter.id}`, { notes: 'no salt' });
  const late = await verb(order, 'bump', { station: 'grill', seen });
  expect(sharesOf(late.json)).toMatchObject({
    'burger@grill': 'ready',
    'platter@grill': 'pending',
    'Late soup@grill': 'pending',
  });
  await verb(order, 'acknowledge', { station: 'grill', seen });
  await verb(order, 'recall', { station: 'grill', item_ids: [burger.id], keep_timer: true });
  await verb(order, 'bump', { station: 'grill', seen });
  const tapped = await api.call('PATCH', `/orders/${order.id}/items/${platter.id}`, { status: 'ready', seen });
  expect(tapped.status).toBe(200);
  expect(sharesOf(tapped.json)).toMatchObject({ 'burger@grill': 'pending', 'platter@grill': 'pending' });
  expect(tapped.json.items[1].changed_from).not.toBeNull();
});

test('[BMP2] [LIN3] [FIR1] a late take-back leaves what was handed over since, a late start what was put on hold', async () => {
  const order = await kitchen.order(['burger', 'platter']);
  const [burger, platter] = order.items;
  const ready = (await verb(order, 'bump', { station: 'grill', item_ids: [burger.id] })).json;
  const seen = { at: ready.updated_at, items: [burger, platter].map(({ id }: Taken) => ({ id, turns: 0 })) };
  await verb(order, 'bump', { item_ids: [burger.id] });
  const held = (await verb(order, 'hold', {})).json;
  const back = await verb(order, 'recall', { station: 'grill', item_ids: [burger.id], keep_timer: true, seen });
  const item = `/orders/${order.id}/items/${platter.id}`;
  const begun = await api.call('PATCH', item, { status: 'preparing', station: 'grill', seen });
  expect([back, begun].map(({ status, json }) => [status, json.version])).toEqual([
    [200, held.version],
    [200, held.version],
  ]);
  expect(begun.json.items).toMatchObject([{ status: 'completed' }, { status: 'pending', held_at: expect.any(String) }]);
});

test('[RCL1] [RCL3] recall starts the clock and the next round, review keeps both; the order says who brought it back', async () => {
  const order = await kitchen.order(['burger']);
  await verb(order, 'bump', { station: 'grill' });
  await verb(order, 'bump', { station: 'pass' });
  const review = await verb(order, 'recall', { station: 'grill', keep_timer: true });
  expect(review.json).toMatchObject({ order_status: 'pending', last_recall: { by: 'Manager', timer_kept: true } });
  expect(review.json.items[0]).toMatchObject({
    round: 1,
    progress: [{ status: 'pending', started_at: null, since: null, turn: 1, done_by: null }],
  });
  await verb(order, 'bump', { station: 'grill' });
  const again = await verb(order, 'recall', { station: 'grill' });
  expect(again.json.items[0]).toMatchObject({ round: 2, status: 'preparing' });
  expect(again.json.items[0].progress[0].since).toBe(again.json.last_recall.at);
  const { json } = await api.call('GET', `/orders/${order.id}/history`);
  const recalls = json.items.filter((item: Taken) => item.type === 'order_recalled');
  expect(recalls.map((item: Taken) => [item.by, item.data.timer_kept])).toEqual([
    ['Manager', true],
    ['Manager', false],
  ]);
});

test('[UND1] undo by key or version gives the earlier state back; it is refused when somebody went on from there', async () => {
  const order = await kitchen.order(['burger', 'fries']);
  await verb(order, 'bump', { station: 'grill' }, { 'idempotency-key': 'bump-1' });
  await verb(order, 'bump', { station: 'fry' }, { 'idempotency-key': 'bump-2' });
  const undone = await verb(order, 'undo', { key: 'bump-1' });
  expect(sharesOf(undone.json)).toEqual({ 'burger@grill': 'pending', 'fries@fry': 'ready' });
  expect(undone.json.items[0].progress[0]).toMatchObject({ started_at: null, ready_at: null, done_by: null, turn: 1 });
  expect((await verb(order, 'undo', { key: 'bump-1' })).json.code).toBe('cannot_undo');
  expect((await verb(order, 'undo', { key: 'never' })).json.code).toBe('cannot_undo');
  expect((await verb(order, 'undo', { version: 3 })).status).toBe(200);
  const fresh = await kitchen.order(['burger']);
  await verb(fresh, 'bump', { station: 'grill' }, { 'idempotency-key': 'bump-3' });
  await verb(fresh, 'bump', { station: 'pass' });
  expect((await verb(fresh, 'undo', { key: 'bump-3' })).json.code).toBe('cannot_undo');
  expect((await verb(order, 'undo', { key: 'bump-3' })).json.code).toBe('cannot_undo');
});

test('[UND1] [PER1] undo asks for what the command needed: a cook takes back no payment, table or change of a dish', async () => {
  const cook = await addUser(box, { username: 'undoing-cook', role: 'kitchen' });
  const waiter = await addUser(box, { username: 'undoing-waiter', role: 'waiter' });
  const order = await kitchen.order(['burger', 'fries']);
  const undo = async (who: Api, version: number) =>
    (await who.call('POST', `/orders/${order.id}/undo`, { version })).status;
  const paid = await api.call('PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid' });
  const moved = await verb(order, 'transfer', { table_number: 9 });
  const changed = await api.call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { quantity: 2 });
  const bumped = await verb(order, 'bump', { station: 'fry' });
  expect([paid, moved, changed, bumped].map(({ json }) => json.version)).toEqual([2, 3, 4, 5]);
  for (const version of [2, 3, 4]) expect(await undo(cook, version)).toBe(403);
  expect(await undo(cook, 5)).toBe(200);
  for (const version of [4, 3, 2]) expect(await undo(waiter, version)).toBe(200);
  const { json } = await api.call('GET', `/orders/${order.id}`);
  expect([json.payment_status, json.table_number, json.items[0].quantity]).toEqual(['unpaid', '4', 1]);
});

test('[UND1] a command that found everything as it wants it has nothing to undo, whoever did it', async () => {
  const order = await kitchen.order(['burger']);
  await verb(order, 'bump', { station: 'grill' });
  await verb(order, 'bump', { station: 'grill' }, { 'idempotency-key': 'late' });
  expect((await verb(order, 'undo', { key: 'late' })).json.code).toBe('cannot_undo');
  expect((await api.call('GET', `/orders/${order.id}`)).json.order_status).toBe('ready');
});

test('[ADD1] [CHG1] [VOI1] [ACG1] additions, changes and voids are told the cook until they are acknowledged', async () => {
  const order = await kitchen.order(['burger', 'fries']);
  await verb(order, 'bump', { station: 'grill' });
  const added = await verb(order, 'items', { items: [{ menu_item_id: kitchen.dishes.burger, notes: 'rare' }] });
  expect(added.json.items[2]).toMatchObject({ name: 'burger', addition: 1, status: 'pending' });
  expect(added.json.order_status).toBe('preparing');

  const at = (index: number) => `/orders/${order.id}/items/${added.json.items[index].id}`;
  const changed = await api.call('PATCH', at(1), { quantity: 3, modifiers: ['no salt'] });
  expect(changed.json.items[1]).toMatchObject({ quantity: 3, changed_from: { quantity: 1, modifiers: [] } });
  expect((await api.call('PATCH', at(0), { quantity: 2 })).json.code).toBe('item_ready');
  expect((await api.call('PATCH', at(1), { quantity: 2, status: 'ready' })).status).toBe(400);
  const seen = await verb(order, 'acknowledge', { station: 'fry' });
  expect(seen.json.items[1].changed_from).toBeNull();

  const voided = await api.call('PATCH', at(2), { status: 'voided' });
  expect(voided.json.items[2]).toMatchObject({ status: 'voided', void_cooked: null });
  const told = await verb(order, 'acknowledge', { station: 'grill', item_ids: [added.json.items[2].id], cooked: true });
  expect(told.json.items[2]).toMatchObject({ void_cooked: true, progress: [{ acknowledged_at: expect.any(String) }] });
});

test('[VOI2] [ORD4] a cancelled order stays on the board until its stations have seen it', async () => {
  const order = await kitchen.order(['burger', 'fries']);
  await verb(order, 'cancel', { reason: 'left' });
  const isOpen = async () =>
    (await api.call('GET', '/orders?status=open&limit=200')).json.items.some((one: Taken) => one.id === order.id);
  expect(await isOpen()).toBe(true);
  await verb(order, 'bump', { station: 'grill' });
  expect(await isOpen()).toBe(true);
  await verb(order, 'bump', { station: 'fry' });
  expect(await isOpen()).toBe(false);
});

test('[ALG2] if so set, a ticket with allergens is not begun before somebody has acknowledged them', async () => {
  await api.call('PATCH', '/settings', { acknowledge_allergens: true });
  const order = await kitchen.order([{ sku: 'burger', allergens: ['sesame'] }]);
  expect((await verb(order, 'bump', { station: 'grill' })).json.code).toBe('acknowledge_first');
  const item = `/orders/${order.id}/items/${order.items[0].id}`;
  expect((await api.call('PATCH', item, { status: 'preparing' })).json.code).toBe('acknowledge_first');
  await verb(order, 'acknowledge', { station: 'grill' });
  expect((await verb(order, 'bump', { station: 'grill' })).status).toBe(200);
  await api.call('PATCH', '/settings', { acknowledge_allergens: false });
});

test('[FIR1] [FIR2] [FIR3] later courses wait, are fired, and end together', async () => {
  await api.call('PATCH', '/settings', { hold_courses: true, firing: 'by-prep-time' });
  const order = await kitchen.order([
    { sku: 'cola', course: 1 },
    { sku: 'burger', course: 2 },
    { sku: 'fries', course: 2 },
  ]);
  expect(order.items.map((item: Taken) => item.held_at !== null)).toEqual([false, true, true]);
  const fired = (await verb(order, 'fire')).json;
  const [, burger, fries] = fired.items;
  expect([burger.held_at, fries.held_at]).toEqual([null, null]);
  expect(Date.parse(fries.starts_at) - Date.parse(burger.starts_at)).toBe(6 * 60_000);
  const held = (await verb(order, 'hold', { item_ids: [fries.id] })).json;
  expect(held.items[2]).toMatchObject({ starts_at: null, held_at: expect.any(String) });
  await api.call('PATCH', '/settings', { hold_courses: false, firing: 'at-once' });
});

test('[SCH1] a scheduled order appears so much before its time as it takes, the larger the earlier', async () => {
  const promised = Date.now() + 3 * 3600_000;
  const startOf = async (quantity: number) => {
    const order = await kitchen.order([{ sku: 'burger', quantity }], { promised_at: new Date(promised).toISOString() });
    return promised - Date.parse(order.items[0].starts_at);
  };
  expect(await startOf(1)).toBe(10 * 60_000);
  expect(await startOf(21)).toBe(20 * 60_000);
});

test('[RTE4] work is given to another station', async () => {
  const order = await kitchen.order(['fries', 'platter']);
  const moved = (await verb(order, 'reroute', { station: 'fry', to: 'grill' })).json;
  expect(sharesOf(moved)).toEqual({ 'fries@grill': 'pending', 'platter@grill': 'pending' });
  expect(moved.items[0].progress[0].routed_by).toBe('hand');
  expect((await verb(order, 'reroute', { station: 'grill', to: 'pass' })).json.code).toBe('station_not_found');
  expect((await verb(order, 'reroute', { station: 'grill', to: 'grill' })).json.version).toBe(moved.version);
});

test('[MEN4] 86 is for everybody at once, and for what is ordered next', async () => {
  const at = `/products/${kitchen.dishes.cola}/availability`;
  const cook = await addUser(box, { username: 'cook', role: 'kitchen' });
  expect((await cook.call('PATCH', at, { available: false })).json.available).toBe(false);
  const item = { menu_item_id: kitchen.dishes.cola };
  expect((await api.order({ items: [item] })).json.code).toBe('item_unavailable');
  await api.call('PATCH', at, { available: true });
  expect((await api.order({ items: [item] })).status).toBe(201);
});

test('[PER1] the floor moves tables and the kitchen cooks; neither sets up stations', async () => {
  const cook = await addUser(box, { username: 'grill-cook', role: 'kitchen' });
  const waiter = await addUser(box, { username: 'waiter', role: 'waiter' });
  const order = await kitchen.order(['burger']);
  const status = async (who: Api, path: string, body: object, method = 'POST') =>
    (await who.call(method, path, body)).status;
  expect(await status(cook, `/orders/${order.id}/transfer`, { table_number: 9 })).toBe(403);
  expect(await status(waiter, `/orders/${order.id}/transfer`, { table_number: 9 })).toBe(200);
  expect(await status(cook, `/orders/${order.id}/items/${order.items[0].id}`, { quantity: 2 }, 'PATCH')).toBe(403);
  expect(await status(cook, `/orders/${order.id}/bump`, { station: 'grill' })).toBe(200);
  for (const who of [cook, waiter]) {
    expect(await status(who, '/stations', { items: [{ id: 'x', name: 'X' }] }, 'PUT')).toBe(403);
    expect(await status(who, '/settings', { warn_minutes: 1 }, 'PATCH')).toBe(403);
    expect((await who.call('GET', '/stations')).status).toBe(200);
  }
});
