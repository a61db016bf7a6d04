import { expect, test } from 'vitest';
import type { Product } from '#shared/domain/product.ts';
import { categoriesOf, dishesFor } from './menu-search.ts';

const dish = (createdAtMs: number, name: string, category: string, sku = name) =>
  ({ createdAtMs, name, category, sku }) as Product;
const menu = [
  dish(3, 'Crème brûlée', 'Sweets', '901'),
  dish(1, 'Soup', 'Starters'),
  dish(2, 'Brown bread', 'Starters'),
];
const found = (search: string, category: string | null = null) =>
  dishesFor(menu, category, search).map(({ name }) => name);

test('a dish is found by any words of it, without accents, by its category and by its number', () => {
  expect(found('creme bru')).toEqual(['Crème brûlée']);
  expect(found('BRU CRÈME')).toEqual(['Crème brûlée']);
  expect(found('901')).toEqual(['Crème brûlée']);
  expect(found('starters bread')).toEqual(['Brown bread']);
  expect(found('pizza')).toEqual([]);
});

test('a search is over the whole menu, no search over the chosen part', () => {
  expect(found('bru', 'Starters')).toEqual(['Crème brûlée']);
  expect(found(' ', 'Starters')).toEqual(['Brown bread', 'Soup']);
  expect(found('')).toEqual(['Brown bread', 'Crème brûlée', 'Soup']);
  expect(categoriesOf(menu)).toEqual(['Starters', 'Sweets']);
});

test('dishes that are numbered stand in the order of their numbers', () => {
  const pizzas = ['Pizza 10', 'pizza 2', 'Pizza 1'].map((name, at) => dish(at, name, 'Pizza'));
  expect(dishesFor(pizzas, 'Pizza', '').map(({ name }) => name)).toEqual(['Pizza 1', 'pizza 2', 'Pizza 10']);
});
