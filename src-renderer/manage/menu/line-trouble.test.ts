import { expect, test } from 'vitest';
import { lineTroubles } from './line-trouble.ts';

const told = (path: string, reason: string) => {
  const [one] = lineTroubles([{ path, reason }]);
  return [one?.line, one?.reason, one?.what];
};

test.each([
  ['line 3: price', 'Invalid input: expected number, received string', [3, 'price', '']],
  ['line 3: modifier_groups[0].options[1].name', 'must not be empty', [3, 'groups', '']],
  ['line 6: sku', 'stands in line 2 already', [6, 'skuTwice', '2']],
  ['line 2: sku', 'must not be empty', [2, 'sku', '']],
  ['line 1', 'the file is empty', [1, 'empty', '']],
  ['line 1', 'there is no dish in it', [1, 'noDish', '']],
  ['line 1', 'there is no column “colour”; known are sku, name', [1, 'unknownColumn', 'colour']],
  ['line 1', 'the column “category” is missing', [1, 'missingColumn', 'category']],
  ['line 1', 'a column stands there twice', [1, 'columnTwice', '']],
  ['line 1', 'this is no JSON', [1, 'noJson', '']],
  ['line 1', 'needs a list of dishes', [1, 'noList', '']],
  ['line 5001', 'more than 5000 dishes', [5001, 'tooMany', '5000']],
  ['line 2', 'unknown field colour', [2, 'unknownField', 'colour']],
  ['line 4', 'Invalid Record Length: expect 4', [4, 'tooManyCells', '']],
  ['line 2', 'Quote Not Closed: the parsing is finished with an opening quote', [2, 'quote', '']],
  ['text', 'something new', [1, 'other', 'something new']],
])('[MNE6] %s: %s is told in words of the page', (path, reason, expected) => {
  expect(told(path, reason)).toEqual(expected);
});

test('[MNE6] one cell is told once', () => {
  const twice = [
    { path: 'line 2: modifier_groups[0].min', reason: 'a' },
    { path: 'line 2: modifier_groups[0].max', reason: 'b' },
    { path: 'line 3: modifier_groups', reason: 'a' },
  ];
  expect(lineTroubles(twice).map(({ line }) => line)).toEqual([2, 3]);
});
