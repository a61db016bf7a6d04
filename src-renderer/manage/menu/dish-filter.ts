import type { Product } from '#shared/domain/product.ts';
import { categoriesOf, dishesFor } from '../../floor/ring/menu-search.ts';

/** Which dishes a manager wants to see: all, those that are out (86), or those of which somebody counts the portions. */
export const dishStates = ['all', 'out', 'counted'] as const;
export type DishState = (typeof dishStates)[number];

export type DishFilter = { readonly state: DishState; readonly category: string | null; readonly search: string };

export const everything: DishFilter = { state: 'all', category: null, search: '' };

const fits: Readonly<Record<DishState, (product: Product) => boolean>> = {
  all: () => true,
  out: ({ available }) => !available,
  counted: ({ stock }) => stock !== null,
};

export const countOf = (products: readonly Product[], state: DishState): number => products.filter(fits[state]).length;

/** One part of the menu as it is listed. */
export type Part = { readonly category: string; readonly dishes: readonly Product[] };

/** By category, in the order in which the office has written them; a search is over the whole menu ([MNE1]). */
export function partsFor(products: readonly Product[], { state, category, search }: DishFilter): readonly Part[] {
  const found = dishesFor(products.filter(fits[state]), category, search);
  return categoriesOf(products)
    .map((name) => ({ category: name, dishes: found.filter((dish) => dish.category === name) }))
    .filter(({ dishes }) => dishes.length > 0);
}
