import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { deliveryStep, inTurn, isOverPromise } from './delivery-step.ts';

const part = untouched(stationId('kitchen'), 'fallback');
const done = (status: 'ready' | 'completed') => ({ progress: [advance(part, status, { nowMs: 5, by: 'Ana' })] });
const order = (id: string, change: Partial<Order> = {}) =>
  buildOrder(id, { type: 'delivery', lines: [buildLine(`${id}l`, { progress: [part] })], ...change });
const cooked = (id: string, change: Partial<Order> = {}) =>
  order(id, { lines: [buildLine(id, done('completed'))], ...change });
const out = { shippedAtMs: 9, deliveredAtMs: null };

test('[SHP1] a delivery is in the kitchen, waits for its driver, is out, and is there', () => {
  expect(deliveryStep(order('1'))).toBe('kitchen');
  expect(deliveryStep(order('1', { lines: [buildLine('a', done('ready'))] }))).toBe('ready');
  expect(deliveryStep(cooked('1'))).toBe('ready');
  expect(deliveryStep(cooked('1', { delivery: out }))).toBe('shipped');
  expect(deliveryStep(cooked('1', { delivery: { ...out, deliveredAtMs: 10 } }))).toBe('delivered');
  expect(deliveryStep(cooked('1', { type: 'dine_in' }))).toBe(null);
  expect(deliveryStep(order('1', { cancelledAtMs: 3 }))).toBe(null);
});

test('[SHP1] the driver’s turn comes first, and of those the guest who was promised the earliest', () => {
  const all = [
    cooked('out', { delivery: out, promisedAtMs: 1 }),
    order('kitchen', { promisedAtMs: 1 }),
    cooked('later', { promisedAtMs: 90 }),
    cooked('sooner', { promisedAtMs: 60 }),
    cooked('there', { delivery: { ...out, deliveredAtMs: 10 } }),
  ];
  expect(inTurn(all).map(({ id }) => id)).toEqual(['sooner', 'later', 'kitchen', 'out'].map((id) => buildOrder(id).id));
});

test('[SHP1] a promise is over until the guest has it', () => {
  expect(isOverPromise(order('1', { promisedAtMs: 100 }), 99)).toBe(false);
  expect(isOverPromise(order('1', { promisedAtMs: 100 }), 100)).toBe(true);
  expect(isOverPromise(cooked('1', { promisedAtMs: 100, delivery: { ...out, deliveredAtMs: 120 } }), 200)).toBe(false);
  expect(isOverPromise(order('1'), 1e12)).toBe(false);
});
