import { expect, test } from 'vitest';
import { restaurantId } from '#shared/domain/id.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import { ticketAt } from '#shared/domain/station-ticket.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { ageBand, bandLimits } from './age-band.ts';

const minute = 60_000;
const settings = firstSettings(restaurantId('main'));
const comesAtMs = 1_000_000;

function limitsOf(change: Parameters<typeof buildOrder>[1]) {
  const ticket = ticketAt(buildOrder('1', change), { station: null, goal: 'completed' }, comesAtMs);
  if (!ticket) throw new Error('there is no ticket');
  return bandLimits(ticket, settings);
}

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
