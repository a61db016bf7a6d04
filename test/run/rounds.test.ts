import { expect, test } from 'vitest';
import { passed } from './outcome.ts';
import { roundsOf } from './rounds.ts';
import type { Step } from './step.ts';

const step = (name: string, mostlyWaits = false): Step => ({ name, title: name, mostlyWaits, run: async () => passed });

test('only neighbours that mostly wait run side by side, and the order stays', () => {
  const steps = [step('a'), step('b', true), step('c'), step('d', true), step('e', true), step('f')];
  const names = roundsOf(steps).map((round) => round.map(({ name }) => name));
  expect(names).toEqual([['a'], ['b'], ['c'], ['d', 'e'], ['f']]);
  expect(roundsOf([])).toEqual([]);
});
