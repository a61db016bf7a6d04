import { expect, test } from 'vitest';
import type { AllDayCount } from '#shared/domain/all-day.ts';
import { inOrder, withNew } from './kept-order.ts';

const counts = (...names: string[]): AllDayCount[] =>
  names.map((name) => ({ name, quantity: 1, waiting: 0, modifiers: [] }));

/** What is shown after each of these, most first, while the counts stay open. */
function shown(...moments: readonly AllDayCount[][]): string[][] {
  let names: readonly string[] = [];
  return moments.map((now) => {
    names = withNew(names, now);
    return inOrder(now, names).map(({ name }) => name);
  });
}

test('[ALL3] dishes stand most first when the counts open, then each keeps its place and new ones come last', () => {
  expect(shown(counts('Soup', 'Cake', 'Tea'), counts('Tea', 'Pie', 'Soup', 'Cake', 'Ham'))).toEqual([
    ['Soup', 'Cake', 'Tea'],
    ['Soup', 'Cake', 'Tea', 'Pie', 'Ham'],
  ]);
});

test('[ALL3] what is cooked leaves, and has its place again when it comes back', () => {
  expect(shown(counts('Soup', 'Cake', 'Tea'), counts('Tea', 'Soup'), counts('Cake', 'Tea', 'Soup'))).toEqual([
    ['Soup', 'Cake', 'Tea'],
    ['Soup', 'Tea'],
    ['Soup', 'Cake', 'Tea'],
  ]);
});

test('[ALL3] the list of names is the same while nothing is new', () => {
  const before = ['Soup', 'Tea'];
  expect(withNew(before, counts('Tea'))).toBe(before);
});
