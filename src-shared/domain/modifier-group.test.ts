import { expect, test } from 'vitest';
import { choose, type ModifierGroup } from './modifier-group.ts';

const doneness: ModifierGroup = {
  name: 'Cooking',
  min: 1,
  max: 1,
  options: ['rare', 'medium'].map((name) => ({ name, price: 0 })),
};
const extras: ModifierGroup = {
  name: 'Extras',
  min: 0,
  max: 2,
  options: [
    { name: 'Cheese', price: 150 },
    { name: 'Bacon', price: 200 },
  ],
};
const groups = [doneness, extras];

test('[MEN6] what was chosen has the menu’s names and prices, in the order in which it was said', () => {
  expect(choose(groups, [' CHEESE', 'medium', 'cheese'])).toEqual({
    modifiers: [
      { name: 'Cheese', price: 150 },
      { name: 'medium', price: 0 },
      { name: 'Cheese', price: 150 },
    ],
  });
});

test('[MEN6] too few, too many and what is not offered are refused with their place', () => {
  expect(choose(groups, ['cheese'])).toEqual({ problem: 'Cooking: choose at least 1', index: null });
  expect(choose(groups, ['rare', 'medium'])).toEqual({ problem: 'Cooking: choose at most 1', index: 1 });
  expect(choose(groups, ['rare', 'bacon', 'bacon', 'cheese'])).toMatchObject({ index: 3 });
  expect(choose(groups, ['rare', 'caviar'])).toEqual({ problem: 'is not offered with this dish', index: 1 });
});

test('[MEN6] a name that stands in two groups counts in the first that has room', () => {
  const side: ModifierGroup = { name: 'Side', min: 1, max: 1, options: [{ name: 'Cheese', price: 0 }] };
  expect(choose([side, extras], ['cheese', 'cheese'])).toEqual({
    modifiers: [
      { name: 'Cheese', price: 0 },
      { name: 'Cheese', price: 150 },
    ],
  });
});
