import { expect, test } from 'vitest';
import type { Product } from '#shared/domain/product.ts';
import { menuItem } from '../../../test/harness/menu-item.ts';
import { type CartLine, emptyCart } from './cart.ts';
import { pricedLines, totalOf } from './priced-line.ts';

const doneness = {
  name: 'Doneness',
  min: 1,
  max: 1,
  options: [
    { name: 'rare', price: 0 },
    { name: 'blue', price: 150 },
  ],
};

/** A cart with so many of each of these dishes, by this menu. */
function priced(menu: readonly Product[], lines: readonly (Partial<CartLine> & { readonly of: Product })[]) {
  const products = new Map(menu.map((product) => [product.id, product]));
  const cart = emptyCart('cart', { orderId: null, type: 'dine_in', place: '5' });
  const all = lines.map(({ of, ...rest }, index) => ({
    ...{ key: `${index}`, productId: of.id, quantity: 1, modifiers: [], notes: '', seat: null, course: null },
    allergens: [],
    ...rest,
  }));
  return pricedLines({ ...cart, lines: all }, { products });
}

test('[RNG3] a line costs what its dish and the chosen options cost now, so many times', () => {
  const steak = menuItem('steak', { price: 2000, modifierGroups: [doneness] });
  const soup = menuItem('soup', { price: 450 });
  const lines = priced([steak, soup], [{ of: steak, quantity: 2, modifiers: ['blue'] }, { of: soup }]);
  expect(lines.map(({ total, hindrance }) => [total, hindrance])).toEqual([
    [4300, null],
    [450, null],
  ]);
  expect(totalOf(lines)).toBe(4750);
  expect(priced([{ ...soup, price: 500 }], [{ of: soup }])[0]?.total).toBe(500);
});

test.each([
  ['gone', [], {}],
  ['out', [menuItem('soup', { available: false })], {}],
  ['choice', [menuItem('soup', { modifierGroups: [doneness] })], {}],
  ['choice', [menuItem('soup')], { modifiers: ['rare'] }],
  ['too-many', [menuItem('soup', { stock: { counted: 5, countedAtMs: 0, sold: 3 } })], { quantity: 3 }],
] as const)('[RNG3] what is in the way is said: %s', (hindrance, menu, said) => {
  expect(priced(menu, [{ of: menuItem('soup'), ...said }])[0]?.hindrance).toBe(hindrance);
});

test('[RNG3] [STK1] two lines of one dish share what is left of it', () => {
  const soup = menuItem('soup', { stock: { counted: 5, countedAtMs: 0, sold: 2 } });
  const of = (first: number) =>
    priced(
      [soup],
      [
        { of: soup, quantity: first },
        { of: soup, quantity: 1, seat: 2 },
      ],
    );
  expect(of(2).map(({ hindrance }) => hindrance)).toEqual([null, null]);
  expect(of(3).map(({ hindrance }) => hindrance)).toEqual(['too-many', 'too-many']);
});
