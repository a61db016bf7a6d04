import { expect, test } from 'vitest';
import { draftOf, isTyped } from './table-draft.ts';

const four = { name: '4', area: 'Hall', seats: 4 };

test('[FLR5] what somebody has not typed follows what others save meanwhile', () => {
  const typed = { area: 'Terrace' };
  expect(draftOf(four, [four], typed)).toEqual({ names: '4', area: 'Terrace', seats: '4' });
  expect(draftOf({ ...four, area: 'Cellar', seats: 6 }, [], typed)).toMatchObject({ area: 'Terrace', seats: '6' });
  expect(draftOf(null, [four], {})).toEqual({ names: '', area: 'Hall', seats: '' });
});

test('[STE6] what stands as it stood is nothing to be lost', () => {
  expect(isTyped(four, {})).toBe(false);
  expect(isTyped(four, { names: '4 ', seats: '4' })).toBe(false);
  expect(isTyped(four, { seats: '' })).toBe(true);
  expect(isTyped(null, { names: '5' })).toBe(true);
});
