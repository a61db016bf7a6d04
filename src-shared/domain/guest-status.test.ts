import fc from 'fast-check';
import { expect, test } from 'vitest';
import { order } from '../../test/harness/arbitrary-order.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { guestStatus, isLinkGood } from './guest-status.ts';
import { orderId } from './id.ts';
import { isOpen } from './order.ts';

test('[GST1] of any order its link tells these and no others, and nothing of what was put to it', () => {
  fc.assert(
    fc.property(order, (one) => {
      const told = guestStatus(one);
      expect(Object.keys(told).toSorted()).toEqual(
        ['dishes', 'isOver', 'isSilent', 'number', 'readyByMs', 'state', 'tableNumber', 'type'].toSorted(),
      );
      for (const dish of told.dishes)
        expect(Object.keys(dish).toSorted()).toEqual(['modifiers', 'name', 'quantity', 'state']);
      expect(told.dishes).toHaveLength(one.lines.filter(({ mergedFrom }) => mergedFrom === undefined).length);
      expect(told.isOver).toBe(!isOpen(one));
    }),
  );
});

const at = (status: 'pending' | 'preparing' | 'ready' | 'completed', id = '1.1') => {
  const line = buildLine(id);
  return { ...line, progress: line.progress.map((part) => ({ ...part, status })) };
};

test.each([
  ['pending', 'received'],
  ['preparing', 'preparing'],
  ['ready', 'ready'],
  ['completed', 'completed'],
] as const)('[GST2] what the kitchen calls %s the guest knows as %s', (status, state) => {
  const told = guestStatus(buildOrder('1', { lines: [at(status)] }));
  expect([told.state, told.dishes[0]?.state]).toEqual([state, state]);
});

test('[GST2] cancelled, put to another order and put away are told apart, and are over', () => {
  const cancelled = buildOrder('1', { lines: [at('pending')], cancelledAtMs: 5 });
  const moved = buildOrder('1', { lines: [], mergedInto: orderId('other') });
  const closed = buildOrder('1', { lines: [at('pending')], clearedAtMs: 5 });
  for (const [one, state] of [
    [cancelled, 'cancelled'],
    [moved, 'moved'],
    [closed, 'closed'],
  ] as const)
    expect(guestStatus(one)).toMatchObject({ state, isOver: true });
  const voided = { ...at('pending'), voidedAtMs: 5 };
  expect(guestStatus(cancelled).dishes.map(({ state }) => state)).toEqual(['cancelled']);
  expect(guestStatus(buildOrder('1', { lines: [voided, at('ready', '1.2')] })).dishes[0]?.state).toBe('cancelled');
});

test('[GST2] when it will be ready is what somebody has promised or estimated, while there is something to wait for', () => {
  const lines = [at('preparing')];
  const told = (change: Parameters<typeof buildOrder>[1]) => guestStatus(buildOrder('1', change)).readyByMs;
  expect(told({ lines })).toBeNull();
  expect(told({ lines, createdAtMs: 1000, estimatedMinutes: 2 })).toBe(121_000);
  expect(told({ lines, estimatedMinutes: 2, promisedAtMs: 7_000_000 })).toBe(7_000_000);
  expect(told({ lines: [at('ready')], promisedAtMs: 7_000_000 })).toBeNull();
});

test('[GST4] a link is good while its order is open, and for three hours after the last that was done to it', () => {
  const open = buildOrder('1', { lines: [at('ready')], updatedAtMs: 0 });
  const over = buildOrder('1', { lines: [at('completed')], updatedAtMs: 0 });
  expect(isLinkGood(open, 1e12)).toBe(true);
  expect([isLinkGood(over, 3 * 3600_000 - 1), isLinkGood(over, 3 * 3600_000)]).toEqual([true, false]);
});
