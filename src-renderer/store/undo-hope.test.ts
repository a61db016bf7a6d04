import { expect, test } from 'vitest';
import type { Line } from '#shared/domain/line.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { withTimesOf } from './undo-hope.ts';

const [part] = buildLine('1').progress;
const orderWith = (line: Partial<Line>) => buildOrder('1', { lines: [buildLine('1', line)] });
const undoOf = (before: Partial<Line>, after: Partial<Line>) =>
  ({
    kind: 'order.undo',
    restaurantId: 'main',
    orderId: buildOrder('1').id,
    of: 'key',
    before: orderWith(before),
    after: orderWith(after),
  }) as const;
const ready = (readyAtMs: number, turn = 0) => ({
  progress: [{ ...part!, status: 'ready' as const, readyAtMs, turn }],
});

test.each([
  ['a share that is as far', ready(20), {}, ready(10)],
  ['what was put on hold', { heldAtMs: 20 }, {}, { heldAtMs: 10 }],
  ['what the expo has noted', { expoSeenAtMs: 20 }, {}, { expoSeenAtMs: 10 }],
])('[UND1] %s has the server’s time', (_what, now, before, after) => {
  const undo = withTimesOf(orderWith(now), undoOf(before, after));
  expect(undo.after).toEqual(orderWith(now));
});

test.each([
  ['went back since', ready(20, 1), {}, ready(10)],
  ['was left alone by the command', ready(20), ready(10), ready(10)],
  ['is held no more', {}, {}, { heldAtMs: 10 }],
])('[UND1] what %s stays as it is remembered', (_what, now, before, after) => {
  expect(withTimesOf(orderWith(now), undoOf(before, after)).after).toEqual(orderWith(after));
});
