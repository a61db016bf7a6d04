import { expect, test } from 'vitest';
import { freshness } from './freshness.ts';

test.each([
  [0, 'fresh'],
  [14_999, 'fresh'],
  [15_000, 'waiting'],
  [39_999, 'waiting'],
  [40_000, 'lost'],
] as const)('[FRS1] %i ms after the last proof the screen is %s', (ageMs, state) => {
  expect(freshness(ageMs)).toBe(state);
});
