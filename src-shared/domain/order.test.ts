import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { orderId, stationId } from './id.ts';
import { isOpen, type Order, paymentStatuses } from './order.ts';
import { untouched, workStatuses } from './progress.ts';

const at = (...statuses: readonly (typeof workStatuses)[number][]) => ({
  lines: statuses.map((status, index) =>
    buildLine(`${index}`, { progress: [{ ...untouched(stationId('grill'), 'category'), status }] }),
  ),
});
const voided = { lines: [buildLine('1', { voidedAtMs: 1 })] };

test.each<[boolean, string, Partial<Order>]>([
  ...workStatuses.map((status) => [status !== 'completed', status, at(status)] as [boolean, string, Partial<Order>]),
  [true, 'handed over in part', at('completed', 'pending')],
  [false, 'cancelled', { ...at('ready'), cancelledAtMs: 1 }],
  [false, 'called off dish by dish', voided],
  [false, 'put away with work left', { ...at('preparing'), clearedAtMs: 1 }],
  [false, 'empty, because its lines have gone to another', { lines: [], mergedInto: orderId('2') }],
])('[ORD2] whether an order is open is %s when it is %s, whatever its payment', (expected, _what, change) => {
  for (const paymentStatus of paymentStatuses)
    expect(isOpen(buildOrder('1', { ...change, paymentStatus }))).toBe(expected);
});
