import { expect, test } from 'vitest';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { restaurantId } from './id.ts';
import { firstSettings, type SettingsChange } from './settings.ts';
import { orderStartsAtMs, timeLines } from './timing.ts';

const minute = 60_000;
const now = 1_000 * minute;
const settings = (change: SettingsChange = {}) => ({ ...firstSettings(restaurantId('main')), ...change });
const line = (prepMinutes: number | null, course: number | null = null, quantity = 1) =>
  buildLine(`${prepMinutes}/${course}`, { prepMinutes, course, quantity });

test.each([
  ['by its longest dish', [line(12), line(4)], 60, 60 - 12.5],
  ['earlier for each further item', [line(10, null, 5)], 60, 60 - 12],
  ['by the usual time when no dish says how long it takes', [line(null)], 60, 60 - 15],
])('[SCH1] a scheduled order begins %s', (_how, lines, promisedIn, beginsIn) => {
  expect(orderStartsAtMs(lines, now + promisedIn * minute, now, settings())).toBe(now + beginsIn * minute);
});

test('[SCH1] one that is promised sooner than it can be made begins at once, as does one that is not scheduled', () => {
  expect(orderStartsAtMs([line(12)], now + 5 * minute, now, settings())).toBeNull();
  expect(orderStartsAtMs([line(12)], null, now, settings())).toBeNull();
});

const startsOf = (lines: ReturnType<typeof timeLines>) =>
  lines.map(({ startsAtMs, heldAtMs }) => (heldAtMs === null ? ((startsAtMs ?? now) - now) / minute : 'held'));

test('[FIR3] fired by preparation time, all end together; a dish without a target begins at once', () => {
  const lines = [line(12), line(4), line(null)];
  expect(startsOf(timeLines(lines, null, now, settings({ firing: 'by-prep-time' })))).toEqual([0, 8, 0]);
  expect(startsOf(timeLines(lines, null, now, settings()))).toEqual([0, 0, 0]);
});

test('[FIR1] if so set, all courses but the first are held; dishes without a course come first', () => {
  const holding = settings({ holdCourses: true });
  expect(startsOf(timeLines([line(5, 2), line(5, 1), line(5, 3)], null, now, holding))).toEqual(['held', 0, 'held']);
  expect(startsOf(timeLines([line(5, 2), line(5)], null, now, holding))).toEqual(['held', 0]);
  expect(startsOf(timeLines([line(5, 2), line(5, 3)], null, now, holding))).toEqual([0, 'held']);
  expect(startsOf(timeLines([line(5, 2), line(5, 3)], null, now, settings()))).toEqual([0, 0]);
});
