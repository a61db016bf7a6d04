import { expect, test } from 'vitest';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { isFoundBy } from './order-search.ts';

const order = buildOrder('42', {
  number: 'A42',
  type: 'dine_in',
  tableNumber: '5',
  customerName: 'José Núñez',
  lines: [buildLine('1', { name: 'Crème brûlée' }), buildLine('2', { name: '宫保鸡丁' })],
});

test.each([
  ['', true],
  ['   ', true],
  ['5', true],
  ['T5', true],
  ['t5', true],
  ['42', true],
  ['a42', true],
  ['A4', false],
  ['4', false],
  ['2', false],
  ['15', false],
  ['jose', true],
  ['NUNEZ', true],
  ['creme', true],
  ['brû', true],
  ['鸡丁', true],
  ['jose 5', true],
  ['jose 6', false],
  ['burger', false],
])('[RCL5] table 5, A42, José Núñez, crème brûlée: %j finds it: %s', (search, isFound) => {
  expect(isFoundBy(order, search)).toBe(isFound);
});

test('[RCL5] a table with a name is found by a part of it, and by its number', () => {
  const terrace = { ...order, tableNumber: 'Terrace 2' };
  expect(isFoundBy(terrace, 'terr')).toBe(true);
  expect(isFoundBy(terrace, 'terrace 2')).toBe(true);
  expect(isFoundBy(terrace, '22')).toBe(false);
});

test('[RCL5] an order without table and name breaks nothing', () => {
  expect(isFoundBy({ ...order, tableNumber: null, customerName: null }, 'jose')).toBe(false);
});
