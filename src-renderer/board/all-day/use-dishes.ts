import { useMemo } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { onOrder, outDishes } from '../../store/availability.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { nameOrder } from '../../ui/name-order.ts';

/** A dish of the menu, and whether nobody can order it now. */
export type Dish = {
  readonly product: Product;
  readonly isOut: boolean;
  /** How many are still to be cooked, anywhere in the house. */
  readonly onOrder: number;
};

/** The whole menu by name, as this screen has asked for it ([OPT1]). */
export function useDishes(): readonly Dish[] {
  const { client } = useScreen();
  const products = useScreenState((state) => kitchenOf(state).products);
  const pending = useScreenState((state) => state.pending);
  const orders = useScreenState((state) => kitchenOf(state).orders);
  const byName = useMemo(() => [...products.values()].sort((a, b) => nameOrder(a.name, b.name)), [products]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => {
    const state = client.store.getState();
    const out = new Set(outDishes(state).map(({ id }) => id));
    const ordered = onOrder(state);
    return byName.map((product) => ({ product, isOut: out.has(product.id), onOrder: ordered.get(product.id) ?? 0 }));
  }, [client, byName, pending, orders]);
}
