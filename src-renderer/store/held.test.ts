import { expect, test } from 'vitest';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { untouched } from '#shared/domain/progress.ts';
import { stationsOf, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { heldHere, isFired, ticketsIn } from './held.ts';
import type { PendingCommand } from './pending-command.ts';
import { firstState, type ScreenState } from './screen-state.ts';

const nowMs = 2_000_000;
const shares = (...stations: readonly string[]) => ({
  progress: stations.map((id) => untouched(stationId(id), 'category')),
});
const dish = (id: string, change: Partial<Line> = {}) => buildLine(id, { ...shares('grill'), ...change });

/** One order for each list of lines; where somebody looks from. */
function stateOf(orders: readonly (readonly Line[])[], station: string | null = 'grill', list = withExpo): ScreenState {
  const all = orders.map((lines, nth) => buildOrder(`${nth}`, { lines }));
  const kitchen = {
    ...emptyKitchen,
    stations: stationsOf(list),
    orders: new Map(all.map((order) => [order.id, order])),
  };
  return { ...firstState, kitchen, station: station === null ? null : stationId(station), momentMs: nowMs };
}

const seen = (state: ScreenState) =>
  heldHere(state).map(({ course, lines, sinceMs }) => [course, lines.map(({ id }) => id), sinceMs]);

test('[FIR2] what is on hold is there course by course, longest on hold first, beside a ticket that stands here or not', () => {
  const state = stateOf([
    [dish('a'), dish('b', { course: 2, heldAtMs: 30 }), dish('c', { course: 3, heldAtMs: 10 })],
    [dish('d', { heldAtMs: 20 }), dish('e', { heldAtMs: 40 })],
    [dish('f')],
  ]);
  expect(seen(state)).toEqual([
    [3, ['c'], 10],
    [0, ['d', 'e'], 20],
    [2, ['b'], 30],
  ]);
  expect(ticketsIn(heldHere(state))).toBe(2);
});

test('[FIR2] a station has what it has a share in; the pass, and the whole kitchen, have all', () => {
  const lines = [dish('a', { heldAtMs: 1 }), dish('b', { ...shares('fry'), heldAtMs: 2, course: 2 })];
  const idsAt = (station: string | null) =>
    heldHere(stateOf([lines], station)).flatMap((one) => one.lines.map(({ id }) => id));
  expect([idsAt('grill'), idsAt('fry'), idsAt('bar'), idsAt('pass'), idsAt(null)]).toEqual([
    ['a'],
    ['b'],
    [],
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(heldHere(stateOf([lines], 'grill', withoutExpo))).toHaveLength(1);
});

test('[FIR2] [SCH1] what is called off, begun, or comes behind an order for later is not to be fired', () => {
  const begun = { ...untouched(stationId('grill'), 'category'), status: 'preparing' as const };
  const later = dish('a', { course: 1, startsAtMs: nowMs + 60_000 });
  expect(seen(stateOf([[dish('v', { heldAtMs: 1, voidedAtMs: 2 })]]))).toEqual([]);
  expect(seen(stateOf([[dish('p', { heldAtMs: 1, progress: [begun] })]]))).toEqual([]);
  expect(seen(stateOf([[later, dish('b', { course: 2, heldAtMs: 1 })]]))).toEqual([]);
});

test('[FIR2] [OPT1] what was fired here is gone at once, what was held is there, and both are fired or not as the kitchen has it', () => {
  const state = stateOf([[dish('a', { heldAtMs: 1 })], [dish('b')]]);
  const [first, second] = [...state.kitchen!.orders.values()];
  const wish = (kind: 'order.fire' | 'order.hold', { id, restaurantId }: typeof first & object) =>
    ({
      key: kind,
      command: { kind, restaurantId, orderId: id, station: stationId('grill'), lineIds: null, course: null },
      madeAtMs: nowMs,
      owner: { userId: 'u', name: 'Ana' },
      answer: null,
    }) as unknown as PendingCommand;
  const hoped = { ...state, pending: [wish('order.fire', first!), wish('order.hold', second!)] };
  expect(seen(hoped)).toEqual([[0, ['b'], nowMs]]);
  const [was] = heldHere(state);
  expect(isFired(was!, hoped)).toBe(true);
  const gone = stateOf([[dish('a', { heldAtMs: 1, voidedAtMs: 2 })]]);
  expect(isFired(was!, gone)).toBe(false);
});
