import { expect, test } from 'vitest';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { timeLines } from './coming-lines.ts';
import { restaurantId, stationId } from './id.ts';
import type { Line } from './line.ts';
import { advance, untouched } from './progress.ts';
import { firstSettings, type SettingsChange } from './settings.ts';
import { orderStartsAtMs } from './timing.ts';

const minute = 60_000;
const now = 1_000 * minute;
const settings = (change: SettingsChange = {}) => ({ ...firstSettings(restaurantId('main')), ...change });
const line = (prepMinutes: number | null, course: number | null = null, quantity = 1) =>
  buildLine(`${prepMinutes}/${course}`, { prepMinutes, course, quantity });

test.each([
  ['by its longest dish', [line(12), line(4)], 60, 60 - 12.5],
  ['earlier for each further item', [line(10, null, 5)], 60, 60 - 12],
  ['by the usual time when no dish says how long it takes', [line(null)], 60, 60 - 15],
  ['by the usual time when what does not say is the longest', [line(1), line(null)], 60, 60 - 15.5],
  ['by the longest that is known when that is longer', [line(40), line(null)], 60, 60 - 40.5],
])('[SCH1] a scheduled order begins %s', (_how, lines, promisedIn, beginsIn) => {
  expect(orderStartsAtMs(lines, now + promisedIn * minute, now, settings())).toBe(now + beginsIn * minute);
});

test('[SCH1] one that is promised sooner than it can be made begins at once, as does one that is not scheduled', () => {
  expect(orderStartsAtMs([line(12)], now + 5 * minute, now, settings())).toBeNull();
  expect(orderStartsAtMs([line(12)], null, now, settings())).toBeNull();
});

const fresh = { promisedAtMs: null, lines: [] };

const startsOf = (lines: ReturnType<typeof timeLines>) =>
  lines.map(({ startsAtMs, heldAtMs }) => (heldAtMs === null ? ((startsAtMs ?? now) - now) / minute : 'held'));

test('[FIR3] fired by preparation time, all end together; a dish without a target begins at once', () => {
  const lines = [line(12), line(4), line(null)];
  expect(startsOf(timeLines(lines, fresh, now, settings({ firing: 'by-prep-time' })))).toEqual([0, 8, 0]);
  expect(startsOf(timeLines(lines, fresh, now, settings()))).toEqual([0, 0, 0]);
});

test('[FIR3] [SCH1] by the promise all ends together, what has no target counted with the usual time', () => {
  const byPrepTime = settings({ firing: 'by-prep-time', leadSecondsPerItem: 0 });
  const order = { promisedAtMs: now + 60 * minute, lines: [] };
  expect(startsOf(timeLines([line(1), line(null)], order, now, byPrepTime))).toEqual([59, 45]);
  expect(startsOf(timeLines([line(1), line(20), line(null)], order, now, byPrepTime))).toEqual([59, 40, 40]);
});

test('[FIR3] [FIR1] each course ends together for itself, and what has no course waits for none', () => {
  const byPrepTime = settings({ firing: 'by-prep-time' });
  const held = settings({ firing: 'by-prep-time', holdCourses: true });
  expect(startsOf(timeLines([line(1), line(40, 1)], fresh, now, held))).toEqual([0, 0]);
  expect(startsOf(timeLines([line(5, 1), line(40, 2), line(10, 2)], fresh, now, byPrepTime))).toEqual([0, 0, 30]);
  const order = { promisedAtMs: null, lines: [line(40, 1)] };
  expect(startsOf(timeLines([line(1), line(10)], order, now, byPrepTime))).toEqual([0, 0]);
});

test('[FIR1] if so set, all courses but the first that is named are held; what has no course never is', () => {
  const holding = settings({ holdCourses: true });
  expect(startsOf(timeLines([line(5, 2), line(5, 1), line(5, 3)], fresh, now, holding))).toEqual(['held', 0, 'held']);
  expect(startsOf(timeLines([line(5), line(5, 1), line(5, 2)], fresh, now, holding))).toEqual([0, 0, 'held']);
  expect(startsOf(timeLines([line(5, 2), line(5)], fresh, now, holding))).toEqual([0, 0]);
  expect(startsOf(timeLines([line(5, 2), line(5, 3)], fresh, now, holding))).toEqual([0, 'held']);
  expect(startsOf(timeLines([line(5, 2), line(5, 3)], fresh, now, settings()))).toEqual([0, 0]);
});

const dish = (change: Partial<Line>) => buildLine(`there ${JSON.stringify(change)}`, change);
const done = { progress: [advance(untouched(stationId('grill'), 'category'), 'completed', { nowMs: now, by: null })] };

test.each<[string, Partial<Line>[], number | 'held']>([
  ['as long as an earlier one is not done', [{ course: 1 }], 'held'],
  ['not when all before is done', [{ course: 1, ...done }], 0],
  ['not when it is the first', [{ course: 3, heldAtMs: now }], 0],
  ['not when what was before is called off', [{ course: 1, voidedAtMs: now }], 0],
  [
    'with those of its course',
    [
      { course: 1, ...done },
      { course: 2, heldAtMs: now },
    ],
    'held',
  ],
])('[ADD1] [FIR1] a dish of the second course that is added waits %s', (_when, there, expected) => {
  const order = { promisedAtMs: null, lines: there.map(dish) };
  expect(startsOf(timeLines([line(5, 2)], order, now, settings({ holdCourses: true })))).toEqual([expected]);
});

test('[ADD1] [FIR1] a course that somebody holds keeps what is added to it, whatever the settings', () => {
  const order = { promisedAtMs: null, lines: [dish({ course: 2, heldAtMs: now })] };
  expect(startsOf(timeLines([line(5, 2), line(5, 3), line(5)], order, now, settings()))).toEqual(['held', 0, 0]);
});

test('[ADD1] [SCH1] what is added to an order for later comes with it; to one that was begun, at once', () => {
  const promisedAtMs = now + 60 * minute;
  const startsAtMs = now + 47.5 * minute;
  const later = { promisedAtMs, lines: [dish({ prepMinutes: 12, startsAtMs })] };
  expect(startsOf(timeLines([line(4)], later, now, settings()))).toEqual([47.5]);
  expect(startsOf(timeLines([line(4)], later, now, settings({ firing: 'by-prep-time' })))).toEqual([55.5]);
  const begun = { promisedAtMs, lines: [dish({ prepMinutes: 12, startsAtMs: now })] };
  expect(startsOf(timeLines([line(4)], begun, now, settings()))).toEqual([0]);
});
