import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { advance, untouched, type WorkStatus } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { inOrder, isTable, progressOf, readyLines, readySinceMs } from './floor-order.ts';

const share = (status: WorkStatus, nowMs: number) => {
  const before = untouched(stationId('kitchen'), 'fallback');
  return { progress: [status === 'pending' ? before : advance(before, status, { nowMs, by: 'Ana' })] };
};
const line = (id: string, status: WorkStatus, nowMs = 1000) => buildLine(id, share(status, nowMs));

test('[FLR2] what stands ready is what no station has yet to do and nobody has fetched', () => {
  const lines = [line('a', 'ready', 2000), line('b', 'preparing'), line('c', 'completed'), line('d', 'ready', 1500)];
  const order = buildOrder('1', { lines: [...lines, { ...line('e', 'ready'), voidedAtMs: 5 }] });
  expect(readyLines(order).map(({ id }) => id)).toEqual(['a', 'd']);
  expect(readySinceMs(order)).toBe(1500);
  const each = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  expect(progressOf(order)).toEqual({ all: each, ready: lines[0]!.quantity * 2, served: lines[2]!.quantity });
});

test('[FLR2] orders with something ready come first, the longest there before; the rest as they came', () => {
  const order = (id: string, createdAtMs: number, ...lines: ReturnType<typeof line>[]) =>
    buildOrder(id, { createdAtMs, lines });
  const all = [
    order('late', 400, line('1', 'pending')),
    order('fresh', 300, line('2', 'ready', 9000)),
    order('early', 100, line('3', 'preparing')),
    order('waits', 200, line('4', 'ready', 5000)),
  ];
  expect(inOrder(all).map(({ id }) => id)).toEqual(['waits', 'fresh', 'early', 'late']);
});

test('[FLR2] of an order that was called off nothing waits, and a dish of two stations since the last was done', () => {
  const called = buildOrder('1', { cancelledAtMs: 9, lines: [line('a', 'ready')] });
  expect([readyLines(called), readySinceMs(called), progressOf(called)]).toEqual([
    [],
    null,
    { all: 0, ready: 0, served: 0 },
  ]);
  const [early] = share('ready', 1000).progress;
  const [late] = share('ready', 5000).progress;
  const two = buildLine('b', { progress: [early!, { ...late!, station: stationId('grill') }] });
  expect(readySinceMs(buildOrder('2', { lines: [two] }))).toBe(5000);
});

test('a table is the same one however its name is typed', () => {
  const order = buildOrder('1', { type: 'dine_in', tableNumber: 'Terrace 2' });
  expect([' terrace 2', 'TERRACE 2 '].map((place) => isTable(order, place))).toEqual([true, true]);
  const five = { ...order, tableNumber: '5' };
  expect(['05', ' 5', '٥', '15'].map((place) => isTable(five, place))).toEqual([true, true, true, false]);
  expect([isTable(order, '2'), isTable({ ...order, type: 'takeaway' }, 'Terrace 2')]).toEqual([false, false]);
});
