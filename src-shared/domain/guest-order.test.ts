import fc from 'fast-check';
import { expect, test } from 'vitest';
import { order } from '../../test/harness/arbitrary-order.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { guestOrder } from './guest-order.ts';
import { isOpen, orderStatus } from './order.ts';

test('[RDY1] [RDY2] of any order guests are told number, type, state and since when, of open ones to go alone', () => {
  fc.assert(
    fc.property(order, (one) => {
      const told = guestOrder(one);
      const isTold = isOpen(one) && one.type !== 'dine_in' && one.clearedAtMs === null;
      expect(told !== undefined).toBe(isTold);
      if (!told) return;
      expect(Object.keys(told).toSorted()).toEqual(['number', 'sinceMs', 'state', 'type']);
      expect(told.state === 'ready').toBe(orderStatus(one) === 'ready');
      expect(Number.isFinite(told.sinceMs)).toBe(true);
    }),
  );
});

test('[RDY5] a scheduled order is prepared from its first dish on, one that is ready since its last', () => {
  const ready = (id: string, readyAtMs: number) => {
    const line = buildLine(id);
    return { ...line, progress: line.progress.map((part) => ({ ...part, status: 'ready' as const, readyAtMs })) };
  };
  const later = [buildLine('1.1', { startsAtMs: 5_000_000 }), buildLine('1.2', { startsAtMs: 4_000_000 })];
  expect(guestOrder(buildOrder('1', { lines: later }))).toMatchObject({ state: 'preparing', sinceMs: 4_000_000 });
  const done = [ready('1.1', 7_000_000), ready('1.2', 8_000_000)];
  expect(guestOrder(buildOrder('1', { lines: done }))).toMatchObject({ state: 'ready', sinceMs: 8_000_000 });
});
