import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { nextToFire } from './firing.ts';
import { type LineId, lineId, orderId, restaurantId, stationId } from './id.ts';
import type { Line } from './line.ts';
import { orderStatus } from './order.ts';
import { isOnBoard } from './part-state.ts';
import { untouched } from './progress.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const restaurant = restaurantId('main');
const id = orderId('1');
const [grill, fry] = [stationId('grill'), stationId('fry')];
/** The world's clock is far on; this is later still. */
const later = 8_000_000_000_000;

const dish = (name: string, change: Partial<Line> = {}, stations = [grill]) =>
  buildLine(name, { progress: stations.map((station) => untouched(station, 'category')), ...change });

function kitchenWith(lines: readonly Line[], list = withoutExpo) {
  const world = createWorld([buildOrder('1', { restaurantId: restaurant, lines })], list);
  const order = () => {
    const found = world.orders.get(id);
    if (!found) throw new Error('the order is gone');
    return found;
  };
  const on = { restaurantId: restaurant, orderId: id };
  const ask = (kind: 'order.hold' | 'order.fire', station: typeof grill | null = null, course: number | null = null) =>
    world.run({ kind, ...on, station, lineIds: null, course });
  const where = (is: (line: Line) => boolean): LineId[] =>
    order()
      .lines.filter(is)
      .map((line) => line.id);
  return {
    order,
    hold: (station: typeof grill | null = null) => ask('order.hold', station),
    fire: (station: typeof grill | null = null, course: number | null = null) => ask('order.fire', station, course),
    set: (status: 'preparing' | 'ready' | 'completed') =>
      world.run({ kind: 'order.set-status', ...on, status, by: null }),
    held: () => where(({ heldAtMs }) => heldAtMs !== null),
    waiting: () => where(({ heldAtMs, startsAtMs }) => heldAtMs !== null || startsAtMs === later),
    begun: () => where(({ progress }) => progress.some(({ status }) => status !== 'pending')),
    sees: (station: typeof grill) => ticketAt(order(), viewpointOf(world.stations, station), world.nowMs()),
  };
}

test('[FIR1] a station holds what it has a share in, and leaves the others theirs', () => {
  const kitchen = kitchenWith([dish('steak'), dish('fries', {}, [fry]), dish('platter', {}, [grill, fry])]);
  kitchen.hold(grill);
  expect(kitchen.held()).toEqual(['steak', 'platter']);
  expect(kitchen.sees(fry)?.lines).toMatchObject([{ state: 'todo' }, { state: 'held' }]);
});

test('[FIR2] without an expo the station that holds can fire; it fires its own dishes', () => {
  const kitchen = kitchenWith([dish('steak'), dish('fries', {}, [fry])]);
  kitchen.hold();
  expect(kitchen.sees(grill)?.lines).toMatchObject([{ state: 'held' }]);
  kitchen.fire(grill);
  expect(kitchen.held()).toEqual(['fries']);
  expect(kitchen.sees(grill)?.lines).toMatchObject([{ state: 'todo' }]);
});

test('[FIR2] with an expo what is on hold is off the stations, and the expo sees and fires it', () => {
  const kitchen = kitchenWith([dish('steak')], withExpo);
  kitchen.hold(grill);
  expect(kitchen.sees(grill)).toBeUndefined();
  expect(kitchen.sees(stationId('pass'))?.lines).toMatchObject([{ state: 'held' }]);
  kitchen.fire(stationId('pass'));
  expect(kitchen.sees(grill)?.lines).toMatchObject([{ state: 'todo' }]);
});

test('[FIR2] the course before comes first, also when it is for later and not on hold', () => {
  const cola = dish('cola', { startsAtMs: later });
  const soup = dish('soup', { course: 1, startsAtMs: later });
  const kitchen = kitchenWith([cola, soup, dish('steak', { course: 2, heldAtMs: 1 })]);
  kitchen.fire();
  expect(kitchen.waiting()).toEqual(['steak']);
  kitchen.fire();
  expect(kitchen.waiting()).toEqual([]);
});

test('[FIR2] [FIR3] what comes by itself of a course that was fired is not in the way of the next one', () => {
  const kitchen = kitchenWith([
    dish('steak', { course: 1, startsAtMs: 1 }),
    dish('fries', { course: 1, startsAtMs: later }),
    dish('cake', { course: 2, heldAtMs: 1 }),
  ]);
  kitchen.fire();
  expect(kitchen.waiting()).toEqual(['fries']);
});

test.each(['preparing', 'ready'] as const)('[FIR1] [SCH1] an order set to %s begins nothing that waits', (status) => {
  const kitchen = kitchenWith([
    dish('soup', { course: 1 }),
    dish('steak', { course: 2, heldAtMs: 1 }),
    dish('cake', { course: 3, startsAtMs: later }),
  ]);
  kitchen.set(status);
  expect([kitchen.begun(), kitchen.waiting()]).toEqual([[lineId('soup')], ['steak', 'cake']]);
  expect(orderStatus(kitchen.order())).toBe('preparing');
});

test('[FIR1] handed over is all of it', () => {
  const kitchen = kitchenWith([dish('soup'), dish('steak', { course: 2, heldAtMs: 1 })]);
  kitchen.set('completed');
  expect([orderStatus(kitchen.order()), kitchen.held()]).toEqual(['completed', []]);
});

const courses = (change: object = {}) => [
  buildLine('soup', { ...shares('grill'), course: 1, ...change }),
  buildLine('steak', { ...shares('grill'), course: 2, heldAtMs: 1 }),
];

test.each([
  ['bump', { kind: 'order.bump', lineIds: ['steak'] }],
  ['note', { kind: 'order.acknowledge', lineIds: ['steak'], cooked: false }],
] as const)('[VOI2] [FIR2] a course on hold that is called off is told at the pass alone, until a %s', (_how, deed) => {
  const kitchen = kitchenInHand(courses());
  kitchen.run({ kind: 'line.void', lineId: 'steak', reason: null });
  expect([kitchen.look('pass'), kitchen.look('grill')]).toEqual([['soup:todo', 'steak:void!'], ['soup:todo']]);
  expect(kitchen.run(deed)).toBe('done');
  expect(kitchen.look('pass')).toEqual(['soup:todo']);
  kitchen.run({ kind: 'order.set-status', status: 'completed' });
  expect(isOnBoard(kitchen.now())).toBe(false);
});

test('[VOI2] [FIR2] of an order that is cancelled the pass is told the course on hold, and the station what it had', () => {
  const kitchen = kitchenInHand(courses());
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect([kitchen.look('pass'), kitchen.look('grill')]).toEqual([['soup:void!', 'steak:void!'], ['soup:void!']]);
  for (const station of ['pass', 'grill']) kitchen.run({ kind: 'order.bump', station });
  expect([kitchen.look('pass'), kitchen.look('grill'), isOnBoard(kitchen.now())]).toEqual([
    undefined,
    undefined,
    false,
  ]);
});

test('[VOI2] without an expo the station that had it on hold before its eyes is told', () => {
  const kitchen = kitchenInHand(courses(), { list: withoutExpo });
  kitchen.run({ kind: 'line.void', lineId: 'steak', reason: null });
  expect(kitchen.look('grill')).toEqual(['soup:todo', 'steak:void!']);
});

test('[VOI2] [SCH1] of an order for later nobody is told, for nobody has seen it', () => {
  const kitchen = kitchenInHand(courses({ startsAtMs: later }));
  kitchen.run({ kind: 'line.void', lineId: 'steak', reason: null });
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect([kitchen.look('pass'), isOnBoard(kitchen.now())]).toEqual([undefined, false]);
});

test('[FIR2] the next course that two screens fire by name is fired once; with it what has no course', () => {
  const dishes = [1, 2, null].map((course) =>
    buildLine(`course ${course}`, { ...shares('grill'), course, heldAtMs: 1 }),
  );
  const kitchen = kitchenInHand(dishes);
  const press = () => nextToFire(kitchen.now(), viewpointOf(kitchen.world.stations, null), kitchen.world.nowMs());
  const [mine, theirs] = [press(), press()];
  expect(mine).toEqual(['course 1', 'course null']);
  expect([mine, theirs].map((lineIds) => kitchen.run({ kind: 'order.fire', lineIds }))).toEqual(['done', 'nothing']);
  expect(kitchen.look('grill')).toEqual(['course 1:todo', 'course 2:held', 'course null:todo']);
  expect(press()).toEqual(['course 2']);
});

test('[FIR2] a station names its own dishes', () => {
  const dishes = ['grill', 'fry'].map((station) => buildLine(station, { ...shares(station), heldAtMs: 1 }));
  const { now, world } = kitchenInHand(dishes, { list: withoutExpo });
  expect(nextToFire(now(), viewpointOf(world.stations, grill), world.nowMs())).toEqual(['grill']);
});

test.each([
  ['begun', { kind: 'line.set-status', lineId: 'soup', station: 'grill', status: 'preparing' }],
  ['fired', { kind: 'order.fire', lineIds: ['soup'] }],
  ['called off too', { kind: 'line.void', lineId: 'soup', reason: null }],
  ['beside bread that is added', { kind: 'order.add-lines', lines: [dish('bread', { addedAtMs: later })] }],
] as const)(
  '[VOI2] [FIR2] a course on hold that nobody saw when it was called off is told to nobody once the first is %s',
  (_how, next) => {
    const soup = dish('soup', { course: 1, startsAtMs: later });
    const steak = dish('steak', { course: 2, heldAtMs: 1_000_000 });
    const kitchen = kitchenInHand([soup, steak], { order: { promisedAtMs: later } });
    kitchen.run({ kind: 'line.void', lineId: 'steak', reason: null });
    expect(kitchen.look('pass')).toBeUndefined();
    kitchen.run(next);
    expect(kitchen.look('pass')?.filter((one) => one.startsWith('steak')) ?? []).toEqual([]);
  },
);
