import { expect, test } from 'vitest';
import { progressLine } from './progress.ts';
import { noCounts } from './run-simulation.ts';

test('the line tells how far the run is, and trouble only when there is some', () => {
  const counts = { ...noCounts(), acknowledged: 120 };
  expect(progressLine(counts, 1834, 2)).toBe('120 of 1834 orders acknowledged, 60/s');
  const troubled = progressLine({ ...counts, retried: 7, refused: 1 }, 1834, 0);
  expect(troubled).toBe('120 of 1834 orders acknowledged, 0/s, 7 retried, 1 refused');
});
