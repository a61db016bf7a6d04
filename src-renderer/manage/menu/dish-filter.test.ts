import { expect, test } from 'vitest';
import { menuItem } from '../../../test/harness/menu-item.ts';
import { countOf, everything, partsFor } from './dish-filter.ts';

const stock = { counted: 3, countedAtMs: 0, sold: 1 };
const menu = [
  menuItem('cola', { name: 'Cola', category: 'Drinks', createdAtMs: 3 }),
  menuItem('steak', { name: 'Steak', category: 'Mains', createdAtMs: 1, available: false }),
  menuItem('brulee', { name: 'Crème brûlée', category: 'Sweets', createdAtMs: 2, stock }),
  menuItem('burger', { name: 'Burger', category: 'Mains', createdAtMs: 4 }),
];
const listed = (filter: Partial<typeof everything>) =>
  partsFor(menu, { ...everything, ...filter }).map(({ category, dishes }) => [
    category,
    ...dishes.map(({ sku }) => sku),
  ]);

test('[MNE1] dishes stand by category, in the order in which the office has written those', () => {
  expect(listed({})).toEqual([
    ['Mains', 'burger', 'steak'],
    ['Sweets', 'brulee'],
    ['Drinks', 'cola'],
  ]);
  expect(listed({ category: 'Drinks' })).toEqual([['Drinks', 'cola']]);
});

test('[MNE1] a search finds name and sku anywhere on the menu, without accents and case', () => {
  expect(listed({ search: 'creme BRU', category: 'Drinks' })).toEqual([['Sweets', 'brulee']]);
  expect(listed({ search: 'BURG' })).toEqual([['Mains', 'burger']]);
  expect(listed({ search: 'pizza' })).toEqual([]);
});

test('[MNE1] what is out, and what is counted, is counted and listed by itself', () => {
  expect(listed({ state: 'out' })).toEqual([['Mains', 'steak']]);
  expect(listed({ state: 'counted' })).toEqual([['Sweets', 'brulee']]);
  expect([countOf(menu, 'all'), countOf(menu, 'out'), countOf(menu, 'counted')]).toEqual([4, 1, 1]);
});
