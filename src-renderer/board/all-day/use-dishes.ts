import { useMemo } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { outDishes } from '../../store/availability.ts';
import { kitchenOf } from '../../store/board-state.ts';
import { useBoard, useScreen } from '../screen-context.ts';

/** A dish of the menu, and whether nobody can order it now. */
export type Dish = { readonly product: Product; readonly isOut: boolean };

/** The whole menu by name, as this screen has asked for it ([OPT1]). */
export function useDishes(): readonly Dish[] {
  const { client } = useScreen();
  const products = useBoard((state) => kitchenOf(state).products);
  const pending = useBoard((state) => state.pending);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => {
    const out = new Set(outDishes(client.store.getState()).map(({ id }) => id));
    return [...products.values()]
      .map((product) => ({ product, isOut: out.has(product.id) }))
      .sort((a, b) => a.product.name.localeCompare(b.product.name));
  }, [client, products, pending]);
}
