import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { pricedLines } from '../floor/cart/priced-line.ts';
import type { TableClient, TableState } from './table-client.ts';

export type TableScreen = { readonly client: TableClient; readonly newKey: () => string };

export const TableContext = createContext<TableScreen | undefined>(undefined);

export function useTableScreen(): TableScreen {
  const screen = use(TableContext);
  if (!screen) throw new Error('drawn outside of the page of a table');
  return screen;
}

/** `select` must give the same value for the same state. */
export function useTable<Value>(select: (state: TableState) => Value): Value {
  const { store } = useTableScreen().client;
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The basket as the menu has it at this moment. */
export function usePricedBasket() {
  const lines = useTable((state) => state.lines);
  const products = useTable((state) => state.products);
  return useMemo(() => {
    const priced = pricedLines({ lines }, { products: products ?? new Map() });
    return { lines: priced, currency: priced.find(({ product }) => product)?.product?.currency ?? '' };
  }, [lines, products]);
}
