import { expect, test } from 'vitest';
import { shares } from '../../test/harness/kitchen-in-hand.ts';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import type { Command } from './command.ts';
import { lineId, orderId, stationId } from './id.ts';
import { sightOf } from './sight.ts';
import { ticketAt, viewpointOf } from './station-ticket.ts';

const grill = stationId('grill');
const hour = 3600_000;

/** A burger at the grill, and the kitchen's clock in the test's hand. */
function kitchen() {
  const lines = ['burger', 'soup'].map((id) => buildLine(id, shares('grill')));
  const order = buildOrder('1', { lines });
  const world = createWorld([order]);
  const on = { restaurantId: order.restaurantId, orderId: order.id };
  const now = () => world.orders.get(order.id)!;
  const viewpoint = viewpointOf(world.stations, grill);
  const run = (command: object) => expect(world.run({ ...on, by: null, ...command } as Command).ok).toBe(true);
  return {
    world,
    now,
    run,
    look: () => sightOf(ticketAt(now(), viewpoint, world.nowMs())?.lines ?? [], viewpoint, now().updatedAtMs, null),
    bump: (seen: object) => run({ kind: 'order.bump', station: grill, lineIds: null, seen }),
    statuses: () => now().lines.map(({ progress }) => progress[0]?.status),
  };
}

const news = [
  ['changed', { kind: 'line.change', lineId: lineId('burger'), change: { notes: 'rare' } }],
  ['called off', { kind: 'line.void', lineId: lineId('burger'), reason: null }],
] as const;

test.each(
  news.flatMap(([how, command]) => [
    [how, 'in the same millisecond', 0, command] as const,
    [how, 'after the clock was set back', -hour, command] as const,
  ]),
)('[BMP2] what was %s %s is no less news to who had looked before', (_how, _when, byMs, command) => {
  const { world, now, run, look, bump, statuses } = kitchen();
  run({ kind: 'order.set-priority', priority: 'high' });
  const seen = look();
  const before = now();
  world.turnClock(byMs - 1000);
  run(command);
  expect(now().updatedAtMs).toBeGreaterThan(before.updatedAtMs);
  bump(seen);
  expect(statuses()).toEqual(['pending', 'ready']);
  expect(now().lines[0]?.progress[0]?.acknowledgedAtMs).toBeNull();
  bump(look());
  expect(now().lines[0]?.progress[0]?.acknowledgedAtMs).not.toBeNull();
});

test('[BMP2] an order that was cancelled after the clock was set back stays to be seen', () => {
  const { world, now, run, look, bump } = kitchen();
  run({ kind: 'order.set-priority', priority: 'high' });
  const seen = look();
  world.turnClock(-hour);
  run({ kind: 'order.cancel', reason: null });
  bump(seen);
  expect(now().lines.map(({ progress }) => progress[0]?.acknowledgedAtMs)).toEqual([null, null]);
  bump(look());
  expect(now().lines.some(({ progress }) => progress[0]?.acknowledgedAtMs === null)).toBe(false);
});

test('[BMP2] [GRO1] what a split takes along keeps its news, and can be seen, also after the clock was set back', () => {
  const { world, now, run } = kitchen();
  run({ kind: 'line.change', lineId: lineId('burger'), change: { notes: 'rare' } });
  const changedAtMs = now().updatedAtMs;
  world.turnClock(-hour);
  const draft = { ...buildOrder('2', { lines: [] }), updatedAtMs: world.nowMs() };
  run({ kind: 'order.split', parts: [{ lineId: lineId('burger'), quantity: 1, newLineId: lineId('other') }], draft });
  expect(world.orders.get(orderId('2'))!.updatedAtMs).toBeGreaterThanOrEqual(changedAtMs);
});

test('[FIR2] [FIR3] what is fired after the clock was set back begins by that clock', () => {
  const { world, now, run } = kitchen();
  run({ kind: 'order.hold', station: null, lineIds: null, course: null });
  world.turnClock(-hour);
  run({ kind: 'order.fire', station: null, lineIds: null, course: null });
  expect(now().lines.map(({ startsAtMs }) => startsAtMs)).toEqual([world.nowMs(), world.nowMs()]);
  expect(now().updatedAtMs).toBeGreaterThan(world.nowMs());
});
