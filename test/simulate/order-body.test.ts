import { expect, test } from 'vitest';
import { orderIn } from '#shared/protocol/order-requests.ts';
import type { FileOrder } from './file-order.ts';
import { toOrderBody } from './order-body.ts';

const menu = new Map([['Bowl', { id: '0195e0a0-0000-7000-8000-000000000001', cents: 849 }]]);
const order = (id: string, unitCents: number): FileOrder => ({
  id,
  lines: [{ name: 'Bowl', quantity: 2, unitCents, modifiers: ['Rice'] }],
});

test('a dish at the price of the menu is ordered from the menu', () => {
  expect(toOrderBody(order('1', 849), menu, 'a').items).toEqual([
    { menu_item_id: '0195e0a0-0000-7000-8000-000000000001', quantity: 2, modifiers: ['Rice'] },
  ]);
});

test('another price goes with the name it was sold under', () => {
  expect(toOrderBody(order('1', 1098), menu, 'a').items).toMatchObject([
    { name: 'Bowl', unit_price: 10.98, quantity: 2 },
  ]);
});

test('the same seed gives the same request, another seed other tables', () => {
  const bodies = (seed: string) =>
    Array.from({ length: 50 }, (_, id) => toOrderBody(order(String(id), 849), menu, seed));
  expect(bodies('a')).toEqual(bodies('a'));
  expect(bodies('a')).not.toEqual(bodies('b'));
  expect(new Set(bodies('a').map((body) => body.type))).toEqual(new Set(['dine_in', 'takeaway', 'delivery']));
});

test('what is made is what the server takes', () => {
  for (let id = 0; id < 100; id += 1) {
    expect(orderIn.safeParse(toOrderBody(order(String(id), 849 + id), menu, 'a')).error).toBeUndefined();
  }
});
