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

test('the parts of a seed do not depend on one another: who draws first or more often changes nothing for the rest', () => {
  const one = createSeededRandom('parts', '7');
  const other = createSeededRandom('parts', '7');
  other.next();
  other.part('a').next();
  expect(other.part('b').next()).toBe(one.part('b').next());
  expect(one.part('a').next()).not.toBe(one.part('b').next());
});
