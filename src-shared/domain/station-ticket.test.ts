import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { startedAtMs } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { restaurantId, stationId } from './id.ts';
import { advance, untouched } from './progress.ts';
import { firstSettings } from './settings.ts';
import { ageLimits, ticketAt } from './station-ticket.ts';

const whole = { station: null, goal: 'completed' } as const;
const grill = { station: stationId('grill'), goal: 'ready' } as const;
const over = advance(untouched(grill.station, 'category'), 'completed', { nowMs: 2000, by: 'Ana' });

const starter = buildLine('1', { addedAtMs: 1000, progress: [over] });
const main = (change: object) =>
  buildLine('2', { addedAtMs: 1000, progress: [untouched(grill.station, 'category')], ...change });

test('[TKT1] [FIR2] at the pass a ticket stays where it is when its next course is fired; its clock begins then', () => {
  const held = buildOrder('1', { lines: [starter, main({ heldAtMs: 1000 })] });
  const fired = buildOrder('1', { lines: [starter, main({ startsAtMs: 9000 })] });
  expect(ticketAt(held, whole, 10_000)).toMatchObject({ placeMs: 1000, sinceMs: 1000 });
  expect(ticketAt(fired, whole, 10_000)).toMatchObject({ placeMs: 1000, sinceMs: 9000 });
});

test('[TKT1] [FIR2] to a station a course that is fired comes as new', () => {
  const held = buildOrder('1', { lines: [starter, main({ heldAtMs: 1000 })] });
  const fired = buildOrder('1', { lines: [starter, main({ startsAtMs: 9000 })] });
  expect(ticketAt(held, grill, 10_000)).toBeUndefined();
  expect(ticketAt(fired, grill, 10_000)).toMatchObject({ placeMs: 9000, sinceMs: 9000 });
});

const alone = { station: grill.station, goal: 'completed' } as const;

test('[FIR2] where no expo fires it, what is on hold stays on the board of its station, and is told as such', () => {
  const held = buildOrder('1', { lines: [main({ heldAtMs: 1000 })] });
  expect(ticketAt(held, alone, 10_000)?.lines).toMatchObject([{ state: 'held' }]);
  expect(ticketAt(held, grill, 10_000)).toBeUndefined();
});

const soup = (change: object) => buildLine('3', { course: 1, addedAtMs: 1000, startsAtMs: 60_000, ...change });
const steak = main({ course: 2, heldAtMs: 1000 });

test.each([whole, alone])(
  '[SCH1] [AGE2] a course on hold comes to %j with the course before it, at its time',
  (from) => {
    const later = buildOrder('1', { promisedAtMs: 90_000, lines: [soup({}), steak] });
    const share = [untouched(from.station ?? grill.station, 'category')];
    const own = buildOrder('1', { promisedAtMs: 90_000, lines: [soup({ progress: share }), steak] });
    expect([ticketAt(later, from, 59_999), ticketAt(own, from, 59_999)]).toEqual([undefined, undefined]);
    expect(ticketAt(own, from, 60_000)).toMatchObject({ placeMs: 60_000, sinceMs: 60_000 });
  },
);

test('[FIR2] it comes at once when the course before it is not for later, or is called off', () => {
  for (const first of [soup({ startsAtMs: null }), soup({ voidedAtMs: 2000 }), soup({ progress: [over] })])
    expect(ticketAt(buildOrder('1', { lines: [first, steak] }), alone, 3000)).toBeDefined();
});

test('[TKT4] [PAS1] a share that was made ready ahead of its time is at the pass, and is handed over without the other', () => {
  const kitchen = kitchenInHand([
    buildLine('platter', { ...shares('grill', 'fry'), startsAtMs: startedAtMs + 60_000 }),
  ]);
  expect(kitchen.look(null)).toBeUndefined();
  kitchen.run({ kind: 'line.set-status', lineId: 'platter', station: 'grill', status: 'ready' });
  expect(kitchen.look(null)).toEqual(['platter:later']);
  expect(kitchen.look('fry')).toBeUndefined();
  expect(kitchen.sinceMs(null)).toBeLessThanOrEqual(kitchen.world.nowMs());
  expect(kitchen.run({ kind: 'order.bump', seen: kitchen.sight(null) })).toBe('done');
  expect(kitchen.line('platter').progress).toMatchObject([{ status: 'completed' }, { status: 'pending' }]);
  expect(kitchen.look(null)).toBeUndefined();
});

/** From when a ticket of dishes with these targets is slow, and late; the site says 5 and 8. */
function limitsOf(targets: readonly (number | null)[]) {
  const lines = targets.map((prepMinutes, index) => buildLine(`${index}`, { prepMinutes }));
  const { warnMs, lateMs } = ageLimits(
    ticketAt(buildOrder('1', { lines }), whole, 2_000_000)!,
    firstSettings(restaurantId('main')),
  );
  return [warnMs / 60_000, lateMs / 60_000];
}

test.each([
  ['no dish says how long it takes', [null, null], [5, 8]],
  ['all say it', [4, 12], [12, 17]],
  ['the one that does not say it is the slowest', [1, null], [5, 8]],
  ['the one that does not say it is not the slowest', [12, null], [12, 17]],
  ['one is slow first and the other is late last', [4, null], [5, 9]],
])('[AGE1] a ticket is slow and late with the slowest of its dishes when %s', (_when, targets, expected) => {
  expect(limitsOf(targets)).toEqual(expected);
});
