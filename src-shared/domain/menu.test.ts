import { expect, test } from 'vitest';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { menuItem } from '../../test/harness/menu-item.ts';
import type { MenuCommand } from './command.ts';
import type { Product } from './product.ts';

const soup = menuItem('soup');
const on = { restaurantId: soup.restaurantId, productId: soup.id };

/** A kitchen with that on its menu; gives what became of the first, and the type of the event. */
function tried(command: MenuCommand, ...menu: readonly Product[]) {
  const world = createWorld([], undefined, {}, menu);
  const decision = world.run(command);
  if (!decision.ok) return { refused: decision.refusal.code };
  const [event] = decision.events;
  return { type: event?.type, data: event?.data, now: menu[0] && world.products.get(menu[0].id) };
}

test('[MEN8] what is named is changed, and nothing else; a price has an event of its own', () => {
  const renamed = tried({ kind: 'product.change', ...on, change: { name: 'Broth' } }, soup);
  expect(renamed).toMatchObject({
    type: 'product_updated',
    now: { name: 'Broth', version: 2, price: 500, category: 'Mains' },
  });
  const dearer = tried({ kind: 'product.change', ...on, change: { price: 650, name: 'Broth' } }, soup);
  expect(dearer).toMatchObject({
    type: 'price_updated',
    data: { old_price: 5, new_price: 6.5 },
    now: { name: 'Broth' },
  });
  expect(tried({ kind: 'product.change', ...on, change: { name: 'soup' } }, soup).type).toBeUndefined();
});

test('[MEN8] another’s sku, an older version and an item that is not there are refused', () => {
  const change = { kind: 'product.change', ...on, change: { sku: 'cake' } } as const;
  expect(tried(change, soup, menuItem('cake'))).toEqual({ refused: 'sku_taken' });
  expect(tried({ ...change, ifVersion: 7 }, soup)).toEqual({ refused: 'version_mismatch' });
  expect(tried(change)).toEqual({ refused: 'product_not_found' });
});

test('[MEN9] what was removed cannot be changed, counted or put back, and removing it again does nothing', () => {
  expect(tried({ kind: 'product.remove', ...on }, soup)).toMatchObject({
    type: 'product_deleted',
    now: { version: 2 },
  });
  const gone = { ...soup, removedAtMs: 1 };
  expect(tried({ kind: 'product.remove', ...on }, gone).type).toBeUndefined();
  const others: MenuCommand[] = [
    { kind: 'product.change', ...on, change: { name: 'x' } },
    { kind: 'product.count-stock', ...on, quantity: 3 },
    { kind: 'product.set-availability', ...on, available: true },
  ];
  for (const other of others) expect(tried(other, gone)).toEqual({ refused: 'product_not_found' });
});

test('[STK1] a count says what is left, and at nothing the dish is out', () => {
  const counted = tried({ kind: 'product.count-stock', ...on, quantity: 3 }, soup);
  expect(counted).toMatchObject({
    type: 'inventory_updated',
    data: { old_quantity: null, new_quantity: 3, available: true },
  });
  expect(tried({ kind: 'product.count-stock', ...on, quantity: 0 }, soup).now?.available).toBe(false);
  const none = menuItem('soup', { available: false, stock: { counted: 3, countedAtMs: 0, sold: 3 } });
  expect(tried({ kind: 'product.count-stock', ...on, quantity: 2 }, none).now).toMatchObject({ available: true });
  expect(tried({ kind: 'product.count-stock', ...on, quantity: null }, none).now).toMatchObject({
    available: true,
    stock: null,
  });
});

test('[STK3] whoever puts back what the count says is gone ends the count; what was off by hand keeps it', () => {
  const none = menuItem('soup', { available: false, stock: { counted: 3, countedAtMs: 0, sold: 3 } });
  const back = { kind: 'product.set-availability', ...on, available: true } as const;
  expect(tried(back, none).now).toMatchObject({ available: true, stock: null });
  const byHand = { ...none, out: { until: 'tomorrow', sinceMs: 0 } } as const;
  expect(tried(back, byHand).now).toMatchObject({ available: false, out: null, stock: none.stock });
});

test('[MEN7] until when it is out can be said, and said otherwise', () => {
  const off = { kind: 'product.set-availability', ...on, available: false } as const;
  const now = tried({ ...off, until: 'tomorrow' }, soup).now;
  expect(now).toMatchObject({ available: false, out: { until: 'tomorrow' } });
  if (!now) throw new Error('nothing came of it');
  expect(tried({ ...off, until: 'tomorrow' }, now).type).toBeUndefined();
  expect(tried({ ...off, until: 'changed' }, now).now).toMatchObject({ out: { until: 'changed' } });
});

test('[IMP1] a menu that comes in changes what it names, keeps what is out and counted, and takes off only when told', () => {
  const stock = { counted: 5, countedAtMs: 0, sold: 1 };
  const menu = [menuItem('soup', { stock, available: false, out: { until: 'changed', sinceMs: 0 } }), menuItem('cake')];
  const drafts = [menuItem('soup', { price: 700 }), menuItem('bread')].map((item) => ({
    product: { ...item, id: `new-${item.id}` as never },
    untold: [],
  }));
  const { restaurantId } = soup;
  const world = createWorld([], undefined, {}, menu);
  const decision = world.run({ kind: 'menu.import', restaurantId, drafts, removesOthers: false });
  expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['product_created', 'price_updated']);
  expect(world.products.get(soup.id)).toMatchObject({ price: 700, stock, available: false, version: 2 });
  const again = world.run({ kind: 'menu.import', restaurantId, drafts, removesOthers: true });
  expect(again.ok && again.events.map(({ type }) => type)).toEqual(['product_deleted']);
  const twice = world.run({
    kind: 'menu.import',
    restaurantId,
    drafts: [drafts[1], drafts[1]] as never,
    removesOthers: false,
  });
  expect(twice).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
});

test('[IMP4] what a file does not speak of stays as it is; what it leaves empty is emptied', () => {
  const { restaurantId } = soup;
  const world = createWorld([], undefined, {}, [menuItem('soup', { allergens: ['milk'], prepMinutes: 7 })]);
  const product = menuItem('soup', { id: 'new' as never, price: 700 });
  world.run({ kind: 'menu.import', restaurantId, drafts: [{ product, untold: ['allergens'] }], removesOthers: false });
  expect(world.products.get(soup.id)).toMatchObject({ price: 700, allergens: ['milk'], prepMinutes: null });
});
