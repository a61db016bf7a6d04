import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
let waiter: Api;
beforeAll(async () => {
  box = await startServer();
  manager = await managerOf(box);
  waiter = await addUser(box, { username: 'waiter', role: 'waiter' });
});
afterAll(() => box.remove());

let made = 0;
async function dish(more: object = {}): Promise<any> {
  const sku = `dish-${++made}`;
  const answer = await manager.call('POST', '/products', { sku, name: sku, price: 10, category: 'Mains', ...more });
  expect(answer.status).toBe(201);
  return answer.json;
}
const item = async (id: string) => (await manager.call('GET', `/products/${id}`)).json;
const order = (who: Api, ...items: object[]) => who.order({ items });

const groups = [
  { name: 'Cooking', min: 1, max: 1, options: [{ name: 'rare' }, { name: 'medium' }] },
  { name: 'Extras', max: 2, options: [{ name: 'Cheese', price: 1.5 }] },
];

test('[MEN6] a waiter chooses from the menu at its prices; a till says what it likes', async () => {
  const { id } = await dish({ modifier_groups: groups });
  const modifiers = ['cheese', 'Rare'];
  const taken = await order(waiter, { menu_item_id: id, modifiers });
  expect(taken.json.items[0].modifiers).toEqual([
    { name: 'Cheese', price: 1.5 },
    { name: 'rare', price: 0 },
  ]);
  expect(taken.json.total_price).toBe(11.5);
  const refused = await order(waiter, { menu_item_id: id, modifiers: ['rare', 'caviar'] });
  expect(refused.json).toMatchObject({ code: 'invalid', errors: [{ path: 'items[0].modifiers[1]' }] });
  const missing = await order(waiter, { menu_item_id: id });
  expect(missing.json.errors).toEqual([{ path: 'items[0].modifiers', reason: 'Cooking: choose at least 1' }]);
  const free = await order(manager, { menu_item_id: id, modifiers: [{ name: 'caviar', price: 90 }] });
  expect(free.json.total_price).toBe(100);

  const line = `/orders/${taken.json.id}/items/${taken.json.items[0].id}`;
  expect((await waiter.call('PATCH', line, { modifiers: ['rare', 'medium'] })).json.code).toBe('invalid');
  const changed = await waiter.call('PATCH', line, { modifiers: ['medium', 'cheese', 'cheese'] });
  expect(changed.json.total_price).toBe(13);
});

test('[MEN8] [MEN1] a changed dish is sold as it is from then on, and stays what it was in orders', async () => {
  const { id, version } = await dish();
  const sold = (await order(manager, { menu_item_id: id })).json;
  const stale = await manager.call('PATCH', `/products/${id}`, { price: 12 }, { 'if-match': `"${version + 4}"` });
  expect(stale.status).toBe(412);
  const changed = await manager.call('PATCH', `/products/${id}`, { price: 12, name: 'Renamed' });
  expect(changed.json).toMatchObject({ price: 12, name: 'Renamed', version: version + 1, category: 'Mains' });
  expect((await manager.call('GET', `/orders/${sold.id}`)).json.items[0]).toMatchObject({ unit_price: 10 });
  expect((await order(manager, { menu_item_id: id })).json.items[0]).toMatchObject({ unit_price: 12, name: 'Renamed' });
  const odd = await manager.call('PATCH', `/products/${id}`, { price: 1.234 });
  expect(odd.json).toMatchObject({ code: 'invalid', errors: [{ path: 'price' }] });
  expect((await manager.call('PATCH', `/products/${id}`, { colour: 'red' })).status).toBe(400);
});

test('[MEN9] a removed dish is gone everywhere but in its orders, and its sku is free', async () => {
  const { id, sku } = await dish();
  const sold = (await order(manager, { menu_item_id: id })).json;
  expect((await manager.call('DELETE', `/products/${id}`)).status).toBe(200);
  expect((await manager.call('DELETE', `/products/${id}`)).status).toBe(200);
  expect((await manager.call('GET', `/products/${id}`)).status).toBe(404);
  expect((await order(manager, { menu_item_id: id })).json.errors[0].path).toBe('items[0].menu_item_id');
  const skus = async () => (await manager.call('GET', '/products?limit=200')).json.items.map((one: any) => one.sku);
  expect(await skus()).not.toContain(sku);
  expect((await manager.call('GET', `/orders/${sold.id}`)).json.items[0].name).toBe(sku);
  const again = await manager.call('POST', '/products', { sku, name: 'New', price: 1, category: 'c' });
  expect(again.status).toBe(201);
  expect(again.json.id).not.toBe(id);
  expect(await skus()).toContain(sku);
});

test('[STK1] [STK2] a count goes down with orders, is out at nothing, and comes back with what nobody has begun', async () => {
  const { id } = await dish({ stock_quantity: 3 });
  const two = (await order(waiter, { menu_item_id: id, quantity: 2 })).json;
  expect(await item(id)).toMatchObject({ stock_quantity: 1, available: true });
  const tooMany = await order(waiter, { menu_item_id: id, quantity: 2 });
  expect(tooMany).toMatchObject({ status: 409, json: { code: 'item_unavailable' } });
  expect(tooMany.json.detail).toContain('Only 1 of');
  const last = (await order(waiter, { menu_item_id: id })).json;
  expect(await item(id)).toMatchObject({ stock_quantity: 0, available: false });
  expect((await order(waiter, { menu_item_id: id })).json.code).toBe('item_unavailable');

  await manager.call('PATCH', `/orders/${last.id}/status`, { status: 'preparing' });
  await waiter.call('POST', `/orders/${last.id}/cancel`);
  expect((await item(id)).stock_quantity).toBe(0);
  await waiter.call('POST', `/orders/${two.id}/cancel`);
  expect(await item(id)).toMatchObject({ stock_quantity: 2, available: true });
  const more = await waiter.call('POST', `/orders/${(await order(waiter, { menu_item_id: id })).json.id}/items`, {
    items: [{ menu_item_id: id, quantity: 2 }],
  });
  expect(more.json.code).toBe('item_unavailable');
});

test('[STK1] an order that takes from a count is answered as such, once, and can be taken back', async () => {
  const { id } = await dish({ stock_quantity: 5 });
  const headers = { 'idempotency-key': 'counted-once' };
  const body = { items: [{ menu_item_id: id, quantity: 2 }] };
  const first = await waiter.order(body, headers);
  const again = await waiter.order(body, headers);
  expect(again.text).toBe(first.text);
  expect(first.json.order_number).toBeDefined();
  expect((await item(id)).stock_quantity).toBe(3);
  const line = `/orders/${first.json.id}/items/${first.json.items[0].id}`;
  const changed = await waiter.call('PATCH', line, { quantity: 4 });
  expect((await item(id)).stock_quantity).toBe(1);
  await waiter.call('POST', `/orders/${first.json.id}/undo`, { version: changed.json.version });
  expect((await item(id)).stock_quantity).toBe(3);
});

test('[STK1] the count is told beside the order, before it, on the stream', async () => {
  const { id } = await dish({ stock_quantity: 1 });
  const before = (await manager.call('GET', '/sync/orders?wait=0')).json;
  const cursor = `${before.epoch}.${before.head}`;
  await order(waiter, { menu_item_id: id });
  const { events } = (await manager.call('GET', `/sync/orders?wait=0&last_event_id=${cursor}`)).json;
  expect(events.map(({ type }: any) => type)).toEqual(['inventory_updated', 'order_created']);
  expect(events[0]).toMatchObject({
    data: { product_id: id, old_quantity: 1, new_quantity: 0, available: false },
    product: { available: false, stock_quantity: 0 },
  });
});

test('[MEN10] the menu is open, and says nothing of how it is cooked or counted', async () => {
  const { id } = await dish({ stock_quantity: 4, stations: ['grill'], prep_minutes: 9, allergens: ['milk'] });
  const answer = await fetch(`${box.url}/api/v1/menu`);
  expect(answer.status).toBe(200);
  const { items } = await answer.json();
  const found = items.find((one: any) => one.id === id);
  expect(Object.keys(found).sort()).toEqual(
    ['allergens', 'available', 'category', 'currency', 'id', 'modifier_groups', 'name', 'photo', 'price'].sort(),
  );
  expect((await fetch(`${box.url}/api/v1/menu?restaurant_id=elsewhere`)).status).toBe(404);
});

test('[IMP1] [IMP3] a menu goes out, is looked at, and comes in whole; nothing of a broken one', async () => {
  const cake = await dish({ sku: 'cake', name: 'Cake', price: 5, stock_quantity: 9 });
  const file = (await manager.call('GET', '/products/export?format=csv')).text;
  const same = (await manager.call('POST', '/products/import/preview', { format: 'csv', text: file })).json;
  expect(same).toMatchObject({ created: [], changed: [], removed: [] });

  const text = 'sku,name,price,category\ncake,Cheesecake,6,Desserts\ntart,Tart,4,Desserts\n';
  const preview = (await manager.call('POST', '/products/import/preview', { format: 'csv', text })).json;
  expect(preview).toMatchObject({
    created: [{ sku: 'tart' }],
    changed: [
      { sku: 'cake', fields: { name: ['Cake', 'Cheesecake'], price: [5, 6], category: ['Mains', 'Desserts'] } },
    ],
    removed: [],
  });
  const { basis } = preview;
  const taken = await manager.call('POST', '/products/import', { format: 'csv', text, basis });
  expect(taken.json).toEqual({ created: 1, changed: 1, removed: 0 });
  expect(await item(cake.id)).toMatchObject({ name: 'Cheesecake', price: 6, stock_quantity: 9 });
  const late = await manager.call('POST', '/products/import', { format: 'csv', text, basis });
  expect(late.status).toBe(412);

  const menu = (await manager.call('GET', '/products?limit=200')).text;
  const broken = `${text}pie,Pie,much,Desserts\n,Nameless,1,Desserts\n`;
  const refused = await manager.call('POST', '/products/import', { format: 'csv', text: broken, basis });
  expect(refused.status).toBe(400);
  expect(refused.json.errors.map(({ path }: any) => path)).toEqual(['line 4: price', 'line 5: sku']);
  const odd = await manager.call('POST', '/products/import/preview', { format: 'csv', text: `${text}x,X,1.234,c\n` });
  expect(odd.json.errors).toEqual([{ path: 'line 4: price', reason: 'more decimals than USD has' }]);
  expect((await manager.call('GET', '/products?limit=200')).text).toBe(menu);

  const others = {
    format: 'json',
    text: JSON.stringify([{ sku: 'cake', name: 'Cheesecake', price: 6, category: 'Desserts' }]),
    remove_others: true,
  };
  const removing = (await manager.call('POST', '/products/import/preview', others)).json;
  expect(removing.removed.map(({ sku }: any) => sku)).toContain('tart');
  expect(removing.unchanged).toBe(1);
  await manager.call('POST', '/products/import', { ...others, basis: removing.basis });
  expect((await manager.call('GET', '/products')).json.items.map(({ sku }: any) => sku)).toEqual(['cake']);
});

test('[IMP1] what is sold, counted or out meanwhile changes no menu, and stays as it is', async () => {
  const { id } = await dish({ sku: 'flan', name: 'Cake', price: 5, stock_quantity: 3 });
  const file = { format: 'csv', text: 'sku,name,price,category\nflan,Cheesecake,6,Desserts\n' };
  const { basis } = (await manager.call('POST', '/products/import/preview', file)).json;
  await order(waiter, { menu_item_id: id, quantity: 2 });
  await manager.call('PATCH', `/products/${id}/availability`, { available: false });
  expect((await manager.call('POST', '/products/import', { ...file, basis })).json).toMatchObject({ changed: 1 });
  expect(await item(id)).toMatchObject({ name: 'Cheesecake', stock_quantity: 1, available: false });
});

test('[CMD3] whatever is done to a dish is done at the version that is named, or not', async () => {
  const { id } = await dish({ sku: 'pie', name: 'Pie' });
  const at = (version: number) => ({ 'if-match': String(version) });
  const deeds = [
    ['PATCH', `/products/${id}`, { price: 7 }],
    ['PATCH', `/products/${id}/availability`, { available: false }],
    ['PATCH', `/products/${id}/inventory`, { quantity: 5 }],
    ['DELETE', `/products/${id}`, undefined],
  ] as const;
  for (const [index, [method, path, body]] of deeds.entries()) {
    const late = await manager.call(method, path, body, at(index));
    expect([path, late.status, late.json.code]).toEqual([path, 412, 'version_mismatch']);
    expect((await manager.call(method, path, body, at(index + 1))).json.version).toBe(index + 2);
  }
});
