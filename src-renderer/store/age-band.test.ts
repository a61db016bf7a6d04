import { expect, test } from 'vitest';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import { untouched, type WorkStatus } from '#shared/domain/progress.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import { ticketAt } from '#shared/domain/station-ticket.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { ageBand, bandLimits, targetMinutes } from './age-band.ts';

const minute = 60_000;
const settings = firstSettings(restaurantId('main'));
const comesAtMs = 1_000_000;

function ticketOf(change: Parameters<typeof buildOrder>[1]) {
  const ticket = ticketAt(buildOrder('1', change), { station: null, goal: 'completed' }, comesAtMs);
  if (!ticket) throw new Error('there is no ticket');
  return ticket;
}

const limitsOf = (change: Parameters<typeof buildOrder>[1]) => bandLimits(ticketOf(change), settings);

test.each([
  [-5000, 'new'],
  [0, 'new'],
  [5 * minute - 1, 'new'],
  [5 * minute, 'warn'],
  [8 * minute - 1, 'warn'],
  [8 * minute, 'late'],
] as const)('[AGE1] after %i ms a ticket is %s', (ageMs, band) => {
  expect(ageBand(ageMs, limitsOf({}))).toBe(band);
});

test('[AGE1] where a dish has a target, the ticket is slow from then on, and late five minutes after', () => {
  const limits = limitsOf({ lines: [buildLine('1', { prepMinutes: 12 })] });
  expect(limits).toEqual({ warnMs: 12 * minute, lateMs: 17 * minute });
});

/** A dish with this target, and how far it is. */
const dish = (id: string, prepMinutes: number | null, status: WorkStatus = 'pending', addedAtMs = comesAtMs) =>
  buildLine(id, { prepMinutes, addedAtMs, progress: [{ ...untouched(stationId('grill'), 'category'), status }] });

test('[AGE1] a ticket keeps its limits when a dish is ready, handed over or waits for another station', () => {
  const limits = { warnMs: 20 * minute, lateMs: 25 * minute };
  expect(limitsOf({ lines: [dish('1', 20, 'ready')] })).toEqual(limits);
  expect(limitsOf({ lines: [dish('1', 20, 'ready'), dish('2', null)] })).toEqual(limits);
  expect(limitsOf({ lines: [dish('1', 20, 'completed'), dish('2', null)] })).toEqual(limits);
  const after = { ...untouched(stationId('fry'), 'category'), after: [stationId('grill')] };
  const [maker] = dish('1', 20, 'ready').progress;
  expect(limitsOf({ lines: [buildLine('1', { prepMinutes: 20, progress: [maker!, after] })] })).toEqual(limits);
});

test('[AGE1] [ADD1] what was done before does not stretch the time of what is added', () => {
  const added = dish('2', null, 'pending', comesAtMs + 30 * minute);
  const limits = limitsOf({ lines: [dish('1', 20, 'completed'), added] });
  expect(limits).toEqual({ warnMs: 5 * minute, lateMs: 8 * minute });
});

test.each([
  [30 * minute, 26 * minute, 'new'],
  [30 * minute, 27 * minute, 'warn'],
  [30 * minute, 30 * minute, 'late'],
  [-minute, 0, 'late'],
])('[CRD2] promised in %i ms, after %i ms a scheduled order is %s', (promisedInMs, ageMs, band) => {
  expect(ageBand(ageMs, limitsOf({ promisedAtMs: comesAtMs + promisedInMs }))).toBe(band);
});

test('[AGE2] a ticket of which all that is left is on hold is neither slow nor late', () => {
  const held = buildLine('1', { heldAtMs: comesAtMs });
  expect(ageBand(60 * minute, limitsOf({ lines: [held] }))).toBe('new');
  expect(ageBand(60 * minute, limitsOf({ lines: [held, buildLine('2')] }))).toBe('late');
  expect(ageBand(60 * minute, limitsOf({ promisedAtMs: comesAtMs, lines: [held] }))).toBe('late');
});

test('[AGE1] [CRD2] what a ticket says it is measured by is where its colour changes; a promise, and a hand, are no minutes', () => {
  const targetOf = (change: Parameters<typeof buildOrder>[1]) => targetMinutes(ticketOf(change), settings);
  expect(targetOf({ lines: [dish('1', 12), dish('2', 20, 'ready')] })).toBe(20);
  expect(targetOf({ lines: [dish('1', 3), dish('2', null)] })).toBe(5);
  expect(targetOf({ promisedAtMs: comesAtMs + 30 * minute, lines: [dish('1', 12)] })).toBeNull();
  expect(targetOf({ lines: [buildLine('1', { heldAtMs: comesAtMs })] })).toBeNull();
});
