import { createStore, type StoreApi } from 'zustand/vanilla';
import { orderTypes } from '#shared/domain/order.ts';
import { isListOf, isNullOr, isOneOf, isShape, isString, isText, isWhole } from '../../outbox/guard.ts';
import type { Cart } from './cart.ts';

export type Carts = readonly Cart[];

/** Where they lie when the page is gone; what `localStorage` can do of it. */
export type CartShelf = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/** What somebody at this device has rung in and not sent: it outlives a reload, a call, an empty battery ([RNG1]). */
export interface KeptCarts {
  readonly store: StoreApi<Carts>;
  /** Whose they are from here on; null for nobody's. */
  show(userId: string | null): void;
  put(cart: Cart): void;
  drop(id: string): void;
}

export function createKeptCarts(shelf: CartShelf | undefined): KeptCarts {
  const store = createStore<Carts>(() => []);
  let at: string | null = null;

  function set(carts: Carts): void {
    store.setState(carts, true);
    if (at === null) return;
    try {
      if (carts.length === 0) shelf?.removeItem(at);
      else shelf?.setItem(at, JSON.stringify(carts));
    } catch {
      // A full or locked storage: what is rung in lives as long as the page.
    }
  }

  return {
    store,
    show: (userId) => {
      at = userId === null ? null : `kitchen-pass.carts.${userId}`;
      store.setState(at === null ? [] : read(shelf, at), true);
    },
    put: (cart) => {
      const others = store.getState();
      const isKnown = others.some(({ id }) => id === cart.id);
      set(isKnown ? others.map((one) => (one.id === cart.id ? cart : one)) : [...others, cart]);
    },
    drop: (id) => set(store.getState().filter((one) => one.id !== id)),
  };
}

function read(shelf: CartShelf | undefined, at: string): Carts {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(at) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCart) : [];
  } catch {
    return [];
  }
}

const isCount = (value: unknown) => isWhole(value) && (value as number) > 0;

const isLine = isShape({
  key: isText,
  productId: isText,
  quantity: isCount,
  modifiers: isListOf(isString),
  notes: isString,
  seat: isNullOr(isCount),
  course: isNullOr(isCount),
  allergens: isListOf(isString),
});

const isCart = isShape({
  id: isText,
  orderId: isNullOr(isText),
  type: isOneOf(orderTypes),
  place: isString,
  covers: isNullOr(isCount),
  phone: isString,
  notes: isString,
  inMinutes: isNullOr(isCount),
  lines: isListOf(isLine),
});
