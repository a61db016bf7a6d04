import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import { startedAtMs, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { allDay, isCounted } from './all-day.ts';
import type { LineId, StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const dish = (id: string, change: Partial<Line> = {}) => buildLine(id, { name: id, ...shares('grill'), ...change });
const steak = (change: Partial<Line> = {}) => [dish('soup', { course: 1 }), dish('steak', { course: 2, ...change })];
const onHold = { heldAtMs: startedAtMs };

/** A kitchen, and what a board there counts: how many, and how many of these wait. */
function counting(lines: readonly Line[], around: Parameters<typeof kitchenInHand>[1] = {}) {
  const kitchen = kitchenInHand(lines, around);
  const { world, now } = kitchen;
  const ticket = (station: string | null) =>
    ticketAt(now(), viewpointOf(world.stations, station as StationId | null), world.nowMs());
  const countsAt = (station: string | null) =>
    allDay([ticket(station) ?? []].flat()).map(({ name, quantity, waiting }) => [name, quantity, waiting]);
  return { ...kitchen, countsAt };
}

test('[ALL1] [FIR2] at a station what the expo holds is counted when it is fired, whatever is bumped before', () => {
  const { countsAt, look, run } = counting(steak(onHold));
  expect(look('grill')).toEqual(['soup:todo', 'steak:held']);
  expect(countsAt('grill')).toEqual([['soup', 1, 0]]);
  run({ kind: 'order.bump', station: 'grill' });
  expect(countsAt('grill')).toEqual([]);
  run({ kind: 'order.fire' });
  expect(countsAt('grill')).toEqual([['steak', 1, 0]]);
});

test.each([
  ['the expo', 'pass', {}],
  ['a station where there is no expo', 'grill', { list: withoutExpo }],
])('[ALL1] [FIR2] %s counts what it holds as waiting, also when nothing else is left', (_who, station, around) => {
  const { countsAt, run } = counting(steak(onHold), around);
  const waiting = ['steak', 1, 1];
  expect(countsAt(station)).toEqual([['soup', 1, 0], waiting]);
  run({ kind: 'order.bump', station });
  expect(countsAt(station)).toEqual([waiting]);
});

test('[ALL1] what is for later, or waits for another station, is counted when it can be begun', () => {
  const kept = [dish('soup'), dish('fries', { startsAtMs: startedAtMs + 60_000 })];
  expect(counting(kept).countsAt('grill')).toEqual([['soup', 1, 0]]);
  const [maker, finisher] = shares('fry', 'grill').progress;
  const pizza = dish('pizza', { progress: [maker!, { ...finisher!, after: [maker!.station] }] });
  const { countsAt, run } = counting([dish('soup'), pizza]);
  expect(countsAt('grill')).toEqual([['soup', 1, 0]]);
  run({ kind: 'order.bump', station: 'fry' });
  expect(countsAt('grill')).toEqual([
    ['pizza', 1, 0],
    ['soup', 1, 0],
  ]);
});

test('[ALL1] [BMP1] a bump changes no number but that of what was bumped', () => {
  fc.assert(
    fc.property(service, fc.constantFrom(null, 'grill', 'fry', 'bar', 'pass'), (one, id) => {
      const world = serve(one, () => undefined);
      if (id !== null && !world.stations.list.some((station) => station.id === id)) return;
      const viewpoint = viewpointOf(world.stations, id as never);
      for (const order of [...world.orders.values()]) {
        const on = { restaurantId: order.restaurantId, orderId: order.id, station: id as never, by: 'Ana' };
        if (!world.run({ kind: 'order.bump', ...on, lineIds: null }).ok) continue;
        const after = world.orders.get(order.id)!;
        const worked = order.lines.filter(({ progress }, index) => progress !== after.lines[index]!.progress);
        const counted = (state: Order) =>
          (ticketAt(state, viewpoint, world.nowMs())?.lines ?? []).filter(isCounted).map(({ line }) => line.id);
        const isLeft = (id: LineId) => !worked.some((line) => line.id === id);
        expect(counted(after)).toEqual(counted(order).filter(isLeft));
      }
    }),
    runs,
  );
});
