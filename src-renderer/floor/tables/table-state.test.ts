import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { areasOf } from './table-state.ts';

const part = untouched(stationId('kitchen'), 'fallback');
const line = (id: string, status?: 'ready' | 'completed', nowMs = 50) =>
  buildLine(id, { quantity: 2, progress: [status ? advance(part, status, { nowMs, by: 'Ana' }) : part] });
const order = (id: string, tableNumber: string | null, change: Partial<Order> = {}) =>
  buildOrder(id, { type: 'dine_in', tableNumber, createdAtMs: 10, lines: [line(`${id}l`)], ...change });
const tables = [
  { name: '10', area: '', seats: 4 },
  { name: '2', area: '', seats: null },
  { name: 'Olive', area: 'Terrace', seats: 2 },
];

test('[FLR3] tables stand by area as the house has them, in the order of their names, free where nobody sits', () => {
  const areas = areasOf(tables, []);
  expect(areas.map(({ name, tables: all }) => [name, all.map((one) => one.name)])).toEqual([
    ['', ['2', '10']],
    ['Terrace', ['Olive']],
  ]);
  expect(areas[0]?.tables[1]).toMatchObject({ seats: 4, orders: [], sinceMs: null, covers: null, owes: false });
});

test('[FLR3] a table says since when it is seated, how many sit there, what they wait for, and whether they have paid', () => {
  const [main] = areasOf(tables, [
    order('b', '٠2', { createdAtMs: 30, covers: 3, lines: [line('b1', 'ready', 70), line('b2', 'completed')] }),
    order('a', '2', { createdAtMs: 20, covers: 2, paymentStatus: 'paid' }),
  ]);
  expect(main?.tables[0]).toMatchObject({
    sinceMs: 20,
    covers: 5,
    cooking: 2,
    ready: 2,
    readySinceMs: 70,
    owes: true,
  });
  expect(main?.tables[0]?.orders).toHaveLength(2);
});

test('[FLR3] what is typed stands behind them, once; what was called off or is no table’s does not', () => {
  const areas = areasOf(tables, [
    order('a', 'Bar'),
    order('b', 'bar '),
    order('c', 'Hall', { cancelledAtMs: 9 }),
    order('d', null),
    order('e', '7', { type: 'takeaway' }),
  ]);
  expect(areas).toHaveLength(3);
  expect(areas[2]?.tables.map(({ name, orders }) => [name, orders.length])).toEqual([['Bar', 2]]);
});
