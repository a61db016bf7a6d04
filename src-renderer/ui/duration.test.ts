import { expect, test } from 'vitest';
import { formatDuration } from './duration.ts';

test.each([
  [-4000, '0:00'],
  [0, '0:00'],
  [7999, '0:07'],
  [760_000, '12:40'],
  [3_599_999, '59:59'],
  [3_729_000, '1:02:09'],
])('%i ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
