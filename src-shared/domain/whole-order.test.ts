import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';

const kitchenWith = () => kitchenInHand([buildLine('steak', shares('grill'))]);
const hurry = { kind: 'order.set-priority', priority: 'high' } as const;

test('[PRI1] [CMD2] an order is hurried once, at every screen, and changed in nothing else', () => {
  const kitchen = kitchenWith();
  const { version: _, updatedAtMs: __, ...before } = kitchen.now();
  expect([kitchen.run(hurry), kitchen.run(hurry)]).toEqual(['done', 'nothing']);
  expect(kitchen.now()).toMatchObject({ ...before, priority: 'high' });
  expect(kitchen.world.events).toMatchObject([{ type: 'order_updated' }]);
});

test('[PRI1] [UND1] a hurry is taken back whatever the kitchen has done since; a cancelled order has none', () => {
  const kitchen = kitchenWith();
  const undo = kitchen.undoable(hurry);
  kitchen.run({ kind: 'order.bump', station: 'grill' });
  expect([undo(), kitchen.now().priority]).toEqual(['done', 'normal']);
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect(kitchen.run(hurry)).toBe('order_closed');
});

test('[GRO1] a table that moves takes the food along as far cooked as it is', () => {
  const kitchen = kitchenWith();
  kitchen.run({ kind: 'order.bump', station: 'grill' });
  const { lines } = kitchen.now();
  expect(kitchen.run({ kind: 'order.transfer', tableNumber: '9' })).toBe('done');
  expect(kitchen.now()).toMatchObject({ tableNumber: '9', lines });
});
