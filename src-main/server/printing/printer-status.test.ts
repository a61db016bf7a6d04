import { expect, test } from 'vitest';
import { doneIn, statusAnswers, troubleIn } from './printer-status.ts';

test.each([
  ['ready', [0x12, 0x12, 0x12], null],
  ['off-line without a cause', [0x1a, 0x12, 0x12], 'off-line'],
  ['an error', [0x1a, 0x52, 0x12], 'off-line'],
  ['cover open', [0x1a, 0x16, 0x12], 'cover-open'],
  ['paper at its end', [0x1a, 0x32, 0x72], 'paper-out'],
  ['paper near its end', [0x12, 0x12, 0x1e], null],
  ['nothing said', [], null],
])('[PRT4] a printer that answers %s', (_what, answers, trouble) => {
  expect(statusAnswers(answers)).toEqual(answers);
  expect(troubleIn(answers)).toBe(trouble);
});

test('[PRT4] a slip is done when the question behind it is answered, and not by another answer', () => {
  expect(doneIn([])).toBeUndefined();
  expect(doneIn([0x12, 0x16])).toBeUndefined();
  expect(doneIn([0x12, 0x00])).toBeNull();
  expect(doneIn([0x03])).toBeNull();
  expect(doneIn([0x0c])).toBe('paper-out');
});
