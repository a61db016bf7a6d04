import { expect, test } from 'vitest';
import { closingLine, failedWith, notEmpty, passed, skippedBecause } from './outcome.ts';

test('the closing line adds everything up', () => {
  const suite = { passed: 12, failed: 2, skipped: 3 };
  expect(closingLine([passed, failedWith('why'), skippedBecause('why'), suite])).toBe('13 passed, 3 failed, 4 skipped');
});

test('a suite without a single test has failed', () => {
  const outcome = notEmpty({ passed: 0, failed: 0, skipped: 0, output: 'the tool said so' });
  expect(outcome).toMatchObject({ failed: 1, output: expect.stringContaining('no test was found') });
  expect(notEmpty(passed)).toBe(passed);
});
