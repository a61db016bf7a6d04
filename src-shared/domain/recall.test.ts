import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld, startedAtMs, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { type StationId, stationId } from './id.ts';
import { advance, type Progress, untouched } from './progress.ts';
import type { Station } from './station.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const [grill, fry] = [stationId('grill'), stationId('fry')];

/** One dish in a kitchen, and what may be done with it. */
function cookedDish(progress: readonly Progress[], list: readonly Station[] = withExpo) {
  const line = buildLine('1', { addedAtMs: 1000, progress });
  const order = buildOrder('1', { lines: [line] });
  const world = createWorld([order], list);
  const on = { restaurantId: order.restaurantId, orderId: order.id, by: 'Ana' };
  const now = () => world.orders.get(order.id)!;
  const ticket = (station: StationId | null) => ticketAt(now(), viewpointOf(world.stations, station), world.nowMs());
  return {
    bump: (station: StationId | null) => world.run({ ...on, kind: 'order.bump', station, lineIds: null }),
    recall: (station: StationId | null, keepTimer: boolean, isNamed = false) =>
      world.run({ ...on, kind: 'order.recall', station, lineIds: isNamed ? [line.id] : null, keepTimer }),
    begin: () => world.run({ ...on, kind: 'order.set-status', status: 'preparing' }),
    ticket,
    stateAt: (station: StationId | null) => ticket(station)?.lines[0]?.state,
    line: () => now().lines[0]!,
    shares: () => now().lines[0]!.progress.map(({ status }) => status),
    nowMs: () => world.nowMs(),
  };
}

const pizza = () => cookedDish([untouched(grill, 'category'), untouched(fry, 'category', [grill])]);

test('[RTE3] [RCL1] cooked again by who makes it, it comes to who finishes it again, after them, with a clock from then', () => {
  const one = pizza();
  one.bump(grill);
  one.bump(fry);
  one.recall(grill, false);
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual(['todo', undefined]);
  expect(one.stateAt(null)).toBe('todo');
  one.bump(grill);
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual([undefined, 'todo']);
  expect(one.ticket(fry)?.sinceMs).toBe(one.nowMs());
  expect(one.line().round).toBe(2);
});

test('[RTE3] [RCL1] of the whole that is cooked again, who finishes waits for who makes', () => {
  const one = pizza();
  one.bump(null);
  one.recall(null, false);
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual(['todo', undefined]);
});

test('[RTE3] what is begun as a whole is begun by who makes it', () => {
  const one = pizza();
  one.begin();
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual(['todo', undefined]);
});

const ready = (id: StationId) => advance(untouched(id, 'category'), 'ready', { nowMs: 2000, by: 'Ben' });

test('[RCL1] at the pass, with its clock kept, only the hand-over is taken back: nobody cooks it again', () => {
  const one = cookedDish([ready(grill), ready(fry)]);
  one.bump(null);
  expect(one.ticket(null)).toBeUndefined();
  one.recall(null, true);
  expect(one.stateAt(null)).toBe('ready');
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual(['done', 'done'].map(() => undefined));
  expect(one.line()).toMatchObject({
    round: 1,
    progress: [{ readyAtMs: 2000, completedAtMs: null, doneBy: 'Ben', turn: 1 }, {}],
  });
});

test('[RCL1] a dish that is named and was not handed over goes back to be made, in its old time', () => {
  const one = cookedDish([ready(grill)]);
  one.recall(null, true);
  expect(one.shares()).toEqual(['ready']);
  one.recall(null, true, true);
  expect(one.stateAt(grill)).toBe('todo');
  expect(one.line().progress[0]!.sinceMs).toBeNull();
});

test('[RCL1] at the pass, with a new clock, all of it is cooked again', () => {
  const one = cookedDish([ready(grill), ready(fry)]);
  one.bump(null);
  one.recall(null, false);
  expect([one.stateAt(grill), one.stateAt(fry)]).toEqual(['todo', 'todo']);
  expect(one.line().round).toBe(2);
});

test('[RCL1] where nobody hands over, a bump is all there is to be taken back', () => {
  const one = cookedDish([untouched(grill, 'category')], withoutExpo);
  one.bump(null);
  one.recall(null, true);
  expect(one.stateAt(grill)).toBe('todo');
});

const dish = (id: string, ...stations: string[]) => buildLine(id, { addedAtMs: 1000, ...shares(...stations) });
const statuses = ({ now }: ReturnType<typeof kitchenInHand>) =>
  now().lines.map(({ progress, round }) => `${progress.map(({ status }) => status)}/${round}`);

test('[LIN3] [RCL1] a dish that was made ready by mistake is to do again, or begun where somebody had begun it', () => {
  const one = kitchenInHand([dish('soup', 'grill'), dish('steak', 'grill')]);
  one.run({ kind: 'line.set-status', lineId: 'steak', station: 'grill', status: 'preparing' });
  const begunAtMs = one.line('steak').progress[0]!.startedAtMs;
  one.run({ kind: 'order.bump', station: 'grill' });
  one.run({ kind: 'order.recall', station: 'grill', keepTimer: true });
  expect(statuses(one)).toEqual(['pending/1', 'preparing/1']);
  expect([one.line('soup'), one.line('steak')].map(({ progress }) => progress[0]!.startedAtMs)).toEqual([
    null,
    begunAtMs,
  ]);
  expect(one.run({ kind: 'order.hold', station: 'grill', lineIds: ['soup'] })).toBe('done');
});

test('[RCL1] where nobody hands over, what was ticked before the bump is ticked again, and the rest to do', () => {
  const one = kitchenInHand([dish('soup', 'grill'), dish('steak', 'grill')], { list: withoutExpo });
  one.run({ kind: 'line.set-status', lineId: 'steak', station: 'grill', status: 'ready' });
  one.run({ kind: 'order.bump', station: 'grill' });
  one.run({ kind: 'order.recall', station: 'grill', keepTimer: true });
  expect(one.look('grill')).toEqual(['soup:todo', 'steak:ready']);
  expect(statuses(one)).toEqual(['pending/1', 'ready/1']);
});

test('[RCL1] what the pass handed over too early is with its station again, as little done as it was', () => {
  const one = kitchenInHand([dish('soup', 'grill'), dish('fries', 'fry')]);
  one.run({ kind: 'order.bump', station: 'fry' });
  one.run({ kind: 'order.bump', station: 'pass' });
  expect(one.look('grill')).toBeUndefined();
  one.run({ kind: 'order.recall', station: 'pass', keepTimer: true });
  expect(one.look('grill')).toEqual(['soup:todo']);
  expect(one.look('pass')).toEqual(['soup:todo', 'fries:ready']);
});

test('[RCL1] cooked again and bumped by mistake, it is begun as before', () => {
  const one = kitchenInHand([dish('soup', 'grill')]);
  one.run({ kind: 'order.bump', station: 'grill' });
  one.run({ kind: 'order.recall', station: 'grill', keepTimer: false });
  one.run({ kind: 'order.bump', station: 'grill' });
  one.run({ kind: 'order.recall', station: 'grill', keepTimer: true });
  expect(statuses(one)).toEqual(['preparing/2']);
});

const ofTheMorning = startedAtMs - 23 * 3_600_000;

test.each([
  ['somebody else', 'Ben', false],
  ['a machine', null, false],
  ['its age', null, true],
])('[RCL2] what %s bumped 23 hours ago comes back at every station', (_who, by, byAge) => {
  const bumped = [grill, fry].map((id) =>
    advance(untouched(id, 'category'), 'completed', { nowMs: ofTheMorning, by, byAge }),
  );
  for (const station of [grill, fry, stationId('pass'), null])
    for (const keepTimer of [true, false]) {
      const one = cookedDish(bumped);
      expect(one.ticket(station)).toBeUndefined();
      expect(one.recall(station, keepTimer)).toMatchObject({ ok: true, events: [{ type: 'order_recalled' }] });
      expect(one.ticket(station)?.lines).toHaveLength(1);
    }
});

/** Starter with the guests, main yet to be made, fries made and still at the pass; then the change of day. */
function putAway() {
  const kitchen = kitchenInHand([dish('starter', 'grill'), dish('main', 'grill'), dish('fries', 'fry')]);
  for (const [station, id] of [
    ['grill', 'starter'],
    ['pass', 'starter'],
    ['fry', 'fries'],
  ])
    kitchen.run({ kind: 'order.bump', station, lineIds: [id] });
  kitchen.run({ kind: 'order.clear' });
  return kitchen;
}

test.each([
  [null, false],
  [null, true],
  ['grill', false],
  ['grill', true],
])(
  '[CLR1] what was put away comes back with what is left of it, and nothing is cooked anew (%s, %s)',
  (station, keepTimer) => {
    const kitchen = putAway();
    expect(kitchen.run({ kind: 'order.recall', station, keepTimer })).toBe('done');
    expect(statuses(kitchen)).toEqual(['completed/1', 'pending/1', 'ready/1']);
    expect(kitchen.look('grill')).toEqual(['starter:done', 'main:todo']);
    expect(kitchen.look('pass')).toEqual(['starter:done', 'main:todo', 'fries:ready']);
  },
);

test('[CLR1] a dish that is named goes back to be made', () => {
  const kitchen = putAway();
  kitchen.run({ kind: 'order.recall', keepTimer: false, lineIds: ['starter'] });
  expect(statuses(kitchen)).toEqual(['preparing/2', 'pending/1', 'ready/1']);
});

test('[CLR1] [RCL1] where nothing is left of what was put away, a recall means what was done', () => {
  const kitchen = kitchenInHand([dish('steak', 'grill')]);
  for (const station of ['grill', 'pass']) kitchen.run({ kind: 'order.bump', station });
  kitchen.run({ kind: 'order.clear' });
  kitchen.run({ kind: 'order.recall', keepTimer: false });
  expect(statuses(kitchen)).toEqual(['preparing/2']);
});

test.each([
  ['a recall at one station', { kind: 'order.recall', station: 'grill', keepTimer: false } as const],
  ['more dishes', { kind: 'order.add-lines', lines: [dish('tea', 'bar')] } as const],
])('[CLR1] [CLR2] %s brings back the dishes of every station with a clock from now', (_how, deed) => {
  const kitchen = putAway();
  kitchen.run(deed);
  const nowMs = kitchen.world.nowMs();
  expect(kitchen.sinceMs('grill')).toBe(nowMs);
  expect([kitchen.line('main'), kitchen.line('fries')].map(({ progress }) => progress[0]?.sinceMs)).toEqual([
    nowMs,
    nowMs,
  ]);
});

test('[CLR1] with its clock kept it is as old as it is', () => {
  const kitchen = putAway();
  kitchen.run({ kind: 'order.recall', station: 'grill', keepTimer: true });
  expect([kitchen.sinceMs('grill'), kitchen.sinceMs('pass')]).toEqual([1000, 1000]);
});

test('[CLR1] putting away touches no figure of the order', () => {
  const kitchen = putAway();
  const [put, was] = [kitchen.world.events.at(-1)!, kitchen.world.events.at(-2)!];
  const { version: _, updatedAtMs: __, clearedAtMs, ...rest } = put.order;
  expect(clearedAtMs).toBe(kitchen.world.nowMs());
  expect({ ...rest, version: was.order.version, updatedAtMs: was.order.updatedAtMs, clearedAtMs: null }).toEqual(
    was.order,
  );
  expect(put.data).toMatchObject({ old_status: 'preparing', new_status: 'preparing' });
});
