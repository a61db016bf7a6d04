import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { type StationId, stationId } from './id.ts';
import { lineStatus } from './line.ts';
import type { Order } from './order.ts';
import { advance, type Progress, untouched, type WorkStatus } from './progress.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const [grill, fry, bar] = ['grill', 'fry', 'bar'].map(stationId) as [StationId, StationId, StationId];

const share = (station: StationId, status: WorkStatus = 'pending', after: readonly StationId[] = []): Progress =>
  advance(untouched(station, 'menu-item', after), status, { nowMs: 5, by: 'Ana' });

/** Gives what is to do at the grill to another station; the order afterwards. */
function givenTo(to: StationId, progress: readonly Progress[], more: object = {}, from: StationId = grill) {
  const order = buildOrder('1', { lines: [buildLine('1', { progress, ...more })] });
  const world = createWorld([order]);
  const { restaurantId, id: orderId } = order;
  world.run({ kind: 'order.reroute', restaurantId, orderId, station: from, to, lineIds: null });
  const after = world.orders.get(order.id)!;
  return { after, isAt: (id: StationId) => isAt(after, id), parts: after.lines[0]!.progress };

  function isAt(one: Order, id: StationId): boolean {
    return ticketAt(one, viewpointOf(world.stations, id), world.nowMs()) !== undefined;
  }
}

test('[RTE4] what is given to a station that has done its own share of the dish is work there again', () => {
  const { after, isAt, parts } = givenTo(fry, [share(grill), share(fry, 'ready')]);
  expect(parts).toMatchObject([{ station: 'fry', status: 'pending', readyAtMs: null, doneBy: null, turn: 1 }]);
  expect(lineStatus(after.lines[0]!)).toBe('pending');
  expect(isAt(fry)).toBe(true);
});

test('[RTE4] a station that has yet to do its own share goes on with it', () => {
  expect(givenTo(fry, [share(grill, 'preparing'), share(fry)]).parts).toEqual([share(fry)]);
  expect(givenTo(fry, [share(grill), share(fry, 'preparing')]).parts).toMatchObject([{ status: 'pending', turn: 1 }]);
});

test('[ACG1] what one cook has seen, the next has not', () => {
  const seen = { ...share(grill), acknowledgedAtMs: 4 };
  const { parts } = givenTo(fry, [seen], { allergens: ['nuts'] });
  expect(parts).toMatchObject([{ station: 'fry', routedBy: 'hand', acknowledgedAtMs: null }]);
});

test('[RTE3] [RTE4] who waited for the one waits for the other, and no two stations wait for each other', () => {
  expect(givenTo(bar, [share(grill), share(fry, 'pending', [grill])]).parts).toMatchObject([
    { station: 'bar', after: [] },
    { station: 'fry', after: ['bar'] },
  ]);
  expect(givenTo(fry, [share(grill), share(fry, 'pending', [grill])]).parts).toMatchObject([
    { station: 'fry', after: [] },
  ]);
  const round = givenTo(bar, [share(grill), share(fry, 'pending', [grill]), share(bar, 'pending', [fry])]);
  expect(round.parts).toMatchObject([
    { station: 'fry', after: ['bar'] },
    { station: 'bar', after: [] },
  ]);
  expect(round.isAt(bar)).toBe(true);
});

test('[RTE4] [RTE5] work at a station that was taken out can be given away, and nothing else is asked of it', () => {
  const gone = stationId('salad');
  const { parts, isAt } = givenTo(fry, [share(gone)], {}, gone);
  expect(parts).toMatchObject([{ station: 'fry', status: 'pending' }]);
  expect(isAt(fry)).toBe(true);
  const order = buildOrder('1', { lines: [buildLine('1', { progress: [share(grill), share(gone)] })] });
  const world = createWorld([order]);
  const on = { restaurantId: order.restaurantId, orderId: order.id, lineIds: null, by: null } as const;
  expect(world.run({ ...on, kind: 'order.bump', station: gone }).ok).toBe(true);
  const bumped = world.orders.get(order.id)!.lines[0]!.progress;
  expect(bumped.map(({ status }) => status)).toEqual(['pending', 'ready']);
  expect(world.run({ ...on, kind: 'order.bump', station: stationId('sauna') })).toMatchObject({ ok: false });
});

test('[RTE4] [VOI2] what is cancelled stays with the station that has yet to see that', () => {
  const kitchen = kitchenInHand([buildLine('burger', shares('grill'))]);
  kitchen.run({ kind: 'order.cancel', reason: null });
  expect(kitchen.run({ kind: 'order.reroute', station: 'grill', to: 'fry' })).toBe('order_closed');
  expect([kitchen.look('grill'), kitchen.look('fry')]).toEqual([['burger:void!'], undefined]);
});

test('[RTE4] [CHG1] given to a station that has seen the change, nobody has to see it any more', () => {
  const kitchen = kitchenInHand([buildLine('platter', shares('grill', 'fry'))]);
  kitchen.run({ kind: 'line.change', lineId: 'platter', change: { notes: 'no onions' } });
  kitchen.run({ kind: 'order.acknowledge', station: 'fry' });
  expect(kitchen.line('platter').changedFrom).not.toBeNull();
  kitchen.run({ kind: 'order.reroute', station: 'grill', to: 'fry' });
  expect(kitchen.line('platter').changedFrom).toBeNull();
  expect(kitchen.look('fry')).toEqual(['platter:todo']);
});
