import { expect, test } from 'vitest';
import { findingsIn, lagsMs, missing, patienceMs, recoveries, silentFailures } from './scene-judge.ts';
import type { ScreenLine } from './screen-line.ts';
import { createScreenLog } from './screen-log.ts';

const stored = [
  { epoch: 'a', seq: 1, atMs: 1000 },
  { epoch: 'a', seq: 2, atMs: 2000 },
];
const shown = (atMs: number, seq: number, epoch = 'a'): ScreenLine => ({
  screen: 's',
  atMs,
  kind: 'shown',
  epoch,
  from: seq,
  seq,
});
const sample = (atMs: number, seq: number, freshness: 'fresh' | 'waiting' | 'lost'): ScreenLine => ({
  screen: 's',
  atMs,
  kind: 'sample',
  freshness,
  epoch: 'a',
  seq,
});

function silent(...lines: readonly ScreenLine[]): number {
  const log = createScreenLog();
  for (const line of [shown(0, 0), ...lines]) log.take(line);
  return silentFailures(log, stored).length;
}

test('a screen that lacks an event for more than 15 s must say that it waits, after 40 s that it is lost', () => {
  expect(silent(sample(17_500, 1, 'fresh'))).toBe(0);
  expect(silent(sample(17_501, 1, 'fresh'), sample(17_501, 1, 'waiting'))).toBe(1);
  expect(silent(sample(17_501, 2, 'fresh'))).toBe(0);
  expect(silent(sample(42_501, 1, 'waiting'), sample(42_501, 1, 'lost'))).toBe(1);
});

test('what is missing and what was late are counted; a later start of the server brings what was stored before', () => {
  const log = createScreenLog();
  log.take(shown(1100, 1));
  expect([missing(log, ['s'], stored), lagsMs(log, ['s'], stored)]).toEqual([1, [100, patienceMs]]);
  log.take(shown(5000, 1, 'b'));
  expect([missing(log, ['s'], stored), lagsMs(log, ['s'], stored)]).toEqual([0, [100, 3000]]);
});

test('a screen that does not come back in a minute is not left out of the figures: it counts as a minute', async () => {
  const log = createScreenLog();
  log.take({ ...shown(61_000, 1), screen: 'late' });
  const overMs = Date.now() - patienceMs;
  log.take({ ...shown(overMs + 300, 2), screen: 'quick' });
  expect(await recoveries(log, ['quick', 'late'], stored[1], overMs)).toEqual([300, patienceMs]);
});

test('where nobody looked, nothing is said of silent failures', () => {
  const log = createScreenLog();
  log.take(shown(1100, 2));
  expect(findingsIn(log, ['s'], stored)).toMatchObject({ lacking: 0, silent: null });
  log.take(sample(60_000, 0, 'fresh'));
  expect(findingsIn(log, ['s'], stored)).toMatchObject({ silent: 1 });
  expect(findingsIn(log, ['another'], stored)).toMatchObject({ lacking: 2, silent: null });
});
