import { createContext, use, useMemo } from 'react';
import { useRead, useScreenState } from '../screen/screen-context.ts';
import type { Drafts } from '../store/drafts.ts';
import type { TicketSelector } from '../store/ticket.ts';
import type { Cart } from './cart/cart.ts';
import type { Carts, KeptCarts } from './cart/kept-carts.ts';

/** What the waitstaff's page has beside what every screen has; built once in `main.tsx`. */
export type FloorParts = {
  readonly carts: KeptCarts;
  readonly newId: () => string;
  /** What the whole kitchen has to do, as its ticket says it. */
  readonly tickets: TicketSelector;
  /** What others are ringing in at this moment ([DRF1]). */
  readonly drafts: Drafts['store'];
};

export const FloorContext = createContext<FloorParts | undefined>(undefined);

export function useFloor(): FloorParts {
  const parts = use(FloorContext);
  if (!parts) throw new Error('drawn outside of the floor');
  return parts;
}

/** Those that nobody has sent; with what was sent and never heard of again. */
export function useCarts(): Carts {
  const carts = useRead(useFloor().carts.store, (all) => all);
  const pending = useScreenState((state) => state.pending);
  return useMemo(
    () => carts.filter(({ sentAs }) => sentAs === null || !pending.some(({ key }) => key === sentAs)),
    [carts, pending],
  );
}

export const useCart = (id: string): Cart | undefined =>
  useRead(useFloor().carts.store, (carts) => carts.find((cart) => cart.id === id));
