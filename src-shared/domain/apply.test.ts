import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { applyAll, emptyKitchen } from './apply.ts';
import type { Order } from './order.ts';

function closed(id: string, version: number): Order {
  const line = buildLine(`${id}.1`);
  return buildOrder(id, { version, lines: [{ ...line, progress: [{ ...line.progress[0]!, status: 'completed' }] }] });
}

test('[EVT1] a late event does not bring back what was closed; of weeks of closed orders the last are remembered', () => {
  let kitchen = emptyKitchen;
  for (let number = 1; number <= 2500; number++) kitchen = applyAll(kitchen, [{ order: closed(`${number}`, 2) }]);
  expect(kitchen.closed.size).toBe(2000);
  expect(applyAll(kitchen, [{ order: buildOrder('2500') }]).orders.size).toBe(0);
  expect(applyAll(kitchen, [{ order: buildOrder('501') }]).orders.size).toBe(0);
});

test('[EVT1] what no event touches is the very same as before', () => {
  const before = applyAll(emptyKitchen, [{ order: buildOrder('1') }, { order: closed('2', 2) }]);
  const after = applyAll(before, [{ order: buildOrder('3') }]);
  expect(after.orders.size).toBe(2);
  for (const part of ['closed', 'products', 'removed', 'stations', 'settings'] as const) {
    expect(after[part]).toBe(before[part]);
  }
  expect(applyAll(after, [{ order: buildOrder('2') }]).orders.has(buildOrder('2').id)).toBe(false);
});
