import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { bumpedShare } from './bumped-share.ts';
import { orderId, stationId } from './id.ts';
import { advance, untouched } from './progress.ts';

const grill = stationId('grill');
const fryer = stationId('fryer');
const atGrill = { station: grill, goal: 'ready' } as const;
const whole = { station: null, goal: 'completed' } as const;
const nowMs = 2_000_000;

const ready = (station: typeof grill, atMs: number, by: string | null = 'Ana') =>
  advance(untouched(station, 'category'), 'ready', { nowMs: atMs, by });
const handedOver = (station: typeof grill, atMs: number, by: string | null) =>
  advance(ready(station, atMs - 1000), 'completed', { nowMs: atMs, by });

test('[RCL4] a ticket that stands on the board is not bumped', () => {
  const order = buildOrder('1', { lines: [buildLine('1', { progress: [untouched(grill, 'category')] })] });
  expect(bumpedShare(order, atGrill, nowMs)).toBeUndefined();
});

test('[RCL4] one of which a part is still to do is not bumped there', () => {
  const lines = [
    buildLine('1', { progress: [ready(grill, 5)] }),
    buildLine('2', { progress: [untouched(grill, 'category')] }),
  ];
  expect(bumpedShare(buildOrder('1', { lines }), atGrill, nowMs)).toBeUndefined();
});

test('[RCL4] a station’s share is bumped when its last line is ready, by whoever did that', () => {
  const lines = [
    buildLine('1', { progress: [ready(grill, 1_500_000, 'Ana'), untouched(fryer, 'category')] }),
    buildLine('2', { progress: [ready(grill, 1_600_000, 'Bo')] }),
  ];
  const order = buildOrder('1', { lines });
  expect(bumpedShare(order, atGrill, nowMs)).toEqual({
    atMs: 1_600_000,
    by: 'Bo',
    byAge: false,
    isCancelled: false,
    isCleared: false,
  });
  expect(bumpedShare(order, whole, nowMs)).toBeUndefined();
  expect(bumpedShare(order, { station: fryer, goal: 'ready' }, nowMs)).toBeUndefined();
});

test('[RCL4] where it is handed over, the cook is not named in place of the expediter', () => {
  const order = buildOrder('1', { lines: [buildLine('1', { progress: [handedOver(grill, 1_700_000, 'Cid')] })] });
  expect(bumpedShare(order, whole, nowMs)).toEqual({
    atMs: 1_700_000,
    by: null,
    byAge: false,
    isCancelled: false,
    isCleared: false,
  });
  expect(bumpedShare(order, atGrill, nowMs)?.by).toBe('Ana');
});

test('[RCL4] a cancelled order is listed as such where it was to be cooked', () => {
  const part = { ...untouched(grill, 'category'), acknowledgedAtMs: 1_900_000 };
  const order = buildOrder('1', { cancelledAtMs: 1_800_000, lines: [buildLine('1', { progress: [part] })] });
  expect(bumpedShare(order, atGrill, nowMs)).toEqual({
    atMs: 1_800_000,
    by: null,
    byAge: false,
    isCancelled: true,
    isCleared: false,
  });
  expect(bumpedShare(order, { station: fryer, goal: 'ready' }, nowMs)).toBeUndefined();
});

test('[RCL4] an order whose lines have gone to another is in nobody’s list', () => {
  const order = buildOrder('1', { mergedInto: orderId('2'), lines: [] });
  expect(bumpedShare(order, whole, nowMs)).toBeUndefined();
});

test('[RCL4] [CLR1] what the change of day put away is listed as such at every station that had it', () => {
  const lines = [
    buildLine('1', { progress: [untouched(grill, 'category')] }),
    buildLine('2', { progress: [untouched(fryer, 'category')], voidedAtMs: 1_000_000 }),
  ];
  const order = buildOrder('1', { lines, clearedAtMs: 1_500_000 });
  const cleared = { atMs: 1_500_000, by: null, byAge: false, isCancelled: false, isCleared: true };
  expect(bumpedShare(order, atGrill, nowMs)).toEqual(cleared);
  expect(bumpedShare(order, whole, nowMs)).toEqual(cleared);
  expect(bumpedShare(order, { station: fryer, goal: 'ready' }, nowMs)).toBeUndefined();
});
