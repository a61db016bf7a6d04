import { expect, test } from 'vitest';
import type { FileLine } from './file-order.ts';
import { freeSku, planMenu } from './menu-plan.ts';

const sold = (name: string, unitCents: number): FileLine => ({ name, unitCents, quantity: 1, modifiers: [] });
const plan = (...lines: readonly FileLine[]) => planMenu([{ id: '1', lines }]);

test('one item for each name, at its most frequent price', () => {
  const menu = plan(
    sold('Chicken Bowl', 875),
    sold('Izze', 339),
    sold('Chicken Bowl', 1125),
    sold('Chicken Bowl', 1125),
  );
  expect(menu).toEqual([
    { name: 'Chicken Bowl', sku: 'chicken-bowl', cents: 1125, category: 'Bowls' },
    { name: 'Izze', sku: 'izze', cents: 339, category: 'Drinks' },
  ]);
});

test('of prices that are equally frequent the first counts', () => {
  expect(plan(sold('Salad', 740), sold('Salad', 739)).map((item) => item.cents)).toEqual([740]);
});

test('names that differ in punctuation alone get skus of their own', () => {
  const menu = plan(sold('Chips and Chili-Corn Salsa', 239), sold('Chips and Chili Corn Salsa', 295));
  expect(menu.map((item) => item.sku)).toEqual(['chips-and-chili-corn-salsa', 'chips-and-chili-corn-salsa-2']);
});

test('a sku can be made of any name, within its length', () => {
  expect(freeSku('!!!', new Set(['item']))).toBe('item-2');
  expect(freeSku('炒饭', new Set())).toBe('炒饭');
  expect(freeSku('x'.repeat(200), new Set()).length).toBe(70);
});

test.each([
  ['Canned Soft Drink', 'Drinks'],
  ['Side of Chips', 'Sides'],
  ['Chicken Salad Bowl', 'Salads'],
  ['Crispy Tacos', 'Tacos'],
  ['Soup', 'Menu'],
])('%s is found under %s', (name, category) => {
  expect(plan(sold(name, 100))[0]?.category).toBe(category);
});
