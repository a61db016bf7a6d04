import { expect, test } from 'vitest';
import type { AllDayCount } from '#shared/domain/all-day.ts';
import { keptOrder } from './kept-order.ts';

const counts = (...names: string[]): AllDayCount[] =>
  names.map((name) => ({ name, quantity: 1, waiting: 0, modifiers: [] }));

test('[ALL3] dishes stand most first when the counts open', () => {
  expect(keptOrder(counts('Soup', 'Cake', 'Tea'), [])).toEqual(['Soup', 'Cake', 'Tea']);
});

test('[ALL3] then each keeps its place, whatever is ordered most, and new ones come last', () => {
  expect(keptOrder(counts('Tea', 'Pie', 'Soup', 'Cake', 'Ham'), ['Soup', 'Cake', 'Tea'])).toEqual([
    'Soup',
    'Cake',
    'Tea',
    'Pie',
    'Ham',
  ]);
});

test('[ALL3] what is cooked leaves, and comes last when it is ordered again', () => {
  const without = keptOrder(counts('Tea', 'Soup'), ['Soup', 'Cake', 'Tea']);
  expect(without).toEqual(['Soup', 'Tea']);
  expect(keptOrder(counts('Cake', 'Tea', 'Soup'), without)).toEqual(['Soup', 'Tea', 'Cake']);
});

test('[ALL3] it is the same list while nothing comes or goes', () => {
  const before = ['Soup', 'Tea'];
  expect(keptOrder(counts('Tea', 'Soup'), before)).toBe(before);
});
