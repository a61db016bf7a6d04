import { createContext, use } from 'react';
import { useRead } from '../screen/screen-context.ts';
import type { Cart } from './cart/cart.ts';
import type { Carts, KeptCarts } from './cart/kept-carts.ts';

/** What the waitstaff's page has beside what every screen has; built once in `main.tsx`. */
export type FloorParts = {
  readonly carts: KeptCarts;
  readonly newId: () => string;
};

export const FloorContext = createContext<FloorParts | undefined>(undefined);

export function useFloor(): FloorParts {
  const parts = use(FloorContext);
  if (!parts) throw new Error('drawn outside of the floor');
  return parts;
}

export const useCarts = (): Carts => useRead(useFloor().carts.store, (carts) => carts);

export const useCart = (id: string): Cart | undefined =>
  useRead(useFloor().carts.store, (carts) => carts.find((cart) => cart.id === id));
