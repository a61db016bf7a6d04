import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { stationId } from './id.ts';
import { advance, untouched } from './progress.ts';
import { ticketAt } from './station-ticket.ts';

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
