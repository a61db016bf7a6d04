import { expect, test } from 'vitest';
import { type Column, type Sorting, sorted, turned } from './sorting.ts';

type Row = { readonly name: string; readonly late: number | null };
const rows: readonly Row[] = [
  { name: 'Soup', late: 2 },
  { name: 'Äpfel', late: null },
  { name: 'Burger', late: 7 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '', value: ({ name }) => name, format: String },
  { key: 'late', title: '', value: ({ late }) => late, format: String },
];
const names = (sorting: Sorting) => sorted(rows, columns, sorting).map(({ name }) => name);

test('[RPO4] figures begin with the largest, names with A; what says nothing is last either way', () => {
  expect(names(null)).toEqual(['Soup', 'Äpfel', 'Burger']);
  expect(names(turned(null, 'late'))).toEqual(['Burger', 'Soup', 'Äpfel']);
  expect(names(turned(turned(null, 'late'), 'late'))).toEqual(['Soup', 'Burger', 'Äpfel']);
  expect(turned(turned(turned(null, 'late'), 'late'), 'late')).toBeNull();
  expect(names(turned({ column: 'late', order: 'ascending' }, 'name'))).toEqual(['Äpfel', 'Burger', 'Soup']);
});
