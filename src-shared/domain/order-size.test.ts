import { expect, test } from 'vitest';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Line } from './line.ts';
import { mostLines } from './order-size.ts';

const manyLines = (name: string, count: number, change: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, (_, index) => buildLine(`${name}${index}`, change));

/** Two orders of one guest, and what makes the first one larger. */
function growing(lines: readonly Line[], others: readonly Line[] = manyLines('other', 1)) {
  const [order, other] = [buildOrder('1', { lines }), buildOrder('2', { lines: others })];
  const world = createWorld([order, other]);
  const on = { restaurantId: order.restaurantId, orderId: order.id };
  return {
    add: (...more: Line[]) => world.run({ ...on, kind: 'order.add-lines', lines: more }),
    merge: () => world.run({ ...on, kind: 'order.merge', fromId: other.id }),
    change: (change: Partial<Line>) => world.run({ ...on, kind: 'line.change', lineId: lines[0]!.id, change }),
    isUnchanged: () => world.orders.get(order.id) === order && world.orders.get(other.id) === other,
  };
}

const refused = { ok: false, refusal: { code: 'order_too_large' } };

test('[SIZ1] an order takes no more lines than a new one may have, voided ones included', () => {
  const full = growing(manyLines('line', mostLines - 1, { voidedAtMs: 5 }));
  expect(full.add(...manyLines('new', 2))).toMatchObject(refused);
  expect(full.isUnchanged()).toBe(true);
  expect(full.add(buildLine('new')).ok).toBe(true);
  expect(full.merge()).toMatchObject(refused);
});

test('[SIZ1] two orders that are too large for one are not merged, and keep what they have', () => {
  const two = growing(manyLines('line', 150), manyLines('other', 51));
  expect(two.merge()).toMatchObject(refused);
  expect(two.isUnchanged()).toBe(true);
  expect(growing(manyLines('line', 150), manyLines('other', 50)).merge().ok).toBe(true);
});

test('[MON1] nothing is added, merged or changed that would make a total inexact', () => {
  const dear = { unitPrice: 9_000_000_000_000 };
  const order = growing([buildLine('1', { ...dear, quantity: 999 })], [buildLine('2', { ...dear, quantity: 3 })]);
  expect(order.add(buildLine('3', { ...dear, quantity: 2 }))).toMatchObject(refused);
  expect(order.merge()).toMatchObject(refused);
  expect(order.change({ quantity: 1001 })).toMatchObject(refused);
  expect(order.isUnchanged()).toBe(true);
  expect(order.add(buildLine('3', dear)).ok).toBe(true);
});
