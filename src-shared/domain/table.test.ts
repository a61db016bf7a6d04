import { expect, test } from 'vitest';
import { isSameTable, twofoldTable } from './table.ts';

test('[FLR3] a table is the same however it is typed', () => {
  expect(isSameTable('07', '7')).toBe(true);
  expect(isSameTable(' Bar', 'bar ')).toBe(true);
  expect(isSameTable('٧', '7')).toBe(true);
  expect(isSameTable('0', '00')).toBe(true);
  expect(isSameTable('7', '70')).toBe(false);
  // Too large for a number to tell them apart.
  expect(isSameTable('9007199254740993', '9007199254740992')).toBe(false);
});

test('[FLR5] two tables of one name are found, and which of them is the second', () => {
  expect(twofoldTable([{ name: '1' }, { name: 'Bar' }, { name: 'BAR' }])).toBe(2);
  expect(twofoldTable([{ name: '1' }, { name: '2' }])).toBeUndefined();
  expect(twofoldTable([])).toBeUndefined();
});
