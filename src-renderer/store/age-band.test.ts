import { expect, test } from 'vitest';
import { ageBand } from './age-band.ts';

const minute = 60_000;

test.each([
  [-5000, 'new'],
  [0, 'new'],
  [5 * minute - 1, 'new'],
  [5 * minute, 'warn'],
  [8 * minute - 1, 'warn'],
  [8 * minute, 'late'],
] as const)('[AGE1] after %i ms a ticket is %s', (ageMs, band) => {
  expect(ageBand(ageMs)).toBe(band);
});
