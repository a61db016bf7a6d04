import { expect, test } from 'vitest';
import { createSeededRandom } from '../harness/seeded-random.ts';
import { createFaultSchedule } from './fault-schedule.ts';

const plan = (seed: string) =>
  createFaultSchedule(createSeededRandom('plan', seed), { lengthMs: 60_000, longestStepMs: 500 });

test('a seed gives the same troubles again, another seed gives others', () => {
  expect(plan('7')).toEqual(plan('7'));
  expect(plan('7')).not.toEqual(plan('8'));
});

test('every kind of trouble comes in its turn, within the time, and the last is that all is well', () => {
  const steps = plan('1');
  expect(steps.reduce((sum, { afterMs }) => sum + afterMs, 0)).toBeLessThanOrEqual(60_000);
  expect(new Set(steps.map(({ name }) => name)).size).toBe(13);
  expect(steps.at(-1)!.name).toBe('healed');
});
