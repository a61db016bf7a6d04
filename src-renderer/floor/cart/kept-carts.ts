import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Cart, saysNothing } from './cart.ts';
import { isCart } from './cart-guard.ts';

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
  /** Whether they outlive the page: some browsers keep nothing, or are full ([RNG5]). */
  readonly isKept: StoreApi<boolean>;
  /** Whose they are from here on; null for nobody's. */
  show(userId: string | null): void;
  put(cart: Cart): void;
  drop(id: string): void;
  /** Whether it is still there, also where another page of this device has a hand in it. */
  has(id: string): boolean;
  /** Another page has written. */
  refresh(): void;
}

export function createKeptCarts(shelf: CartShelf | undefined): KeptCarts {
  const store = createStore<Carts>(() => []);
  let at: string | null = null;
  /** False: they live as long as the page. */
  const isKept = createStore<boolean>(() => true);

  /** As they lie there now: another page of this device may have put or taken some. */
  const present = (): Carts => (at !== null && isKept.getState() ? read(shelf, at) : store.getState());

  function set(carts: Carts): void {
    store.setState(carts, true);
    if (at !== null) isKept.setState(write(shelf, at, carts), true);
  }

  return {
    store,
    isKept,
    show: (userId) => {
      at = userId === null ? null : `kitchen-pass.carts.${userId}`;
      isKept.setState(shelf !== undefined && canKeep(shelf), true);
      set(at === null ? [] : present().filter((cart) => !saysNothing(cart)));
    },
    put: (cart) => {
      const others = present();
      const isKnown = others.some(({ id }) => id === cart.id);
      set(isKnown ? others.map((one) => (one.id === cart.id ? cart : one)) : [...others, cart]);
    },
    drop: (id) => set(present().filter((one) => one.id !== id)),
    has: (id) => present().some((one) => one.id === id),
    refresh: () => store.setState(present(), true),
  };
}

/** Asked before somebody rings in for minutes: a browser that keeps nothing may give a storage all the same. */
function canKeep(shelf: CartShelf): boolean {
  try {
    shelf.setItem('kitchen-pass.keeps', 'yes');
    shelf.removeItem('kitchen-pass.keeps');
    return true;
  } catch {
    return false;
  }
}

function write(shelf: CartShelf | undefined, at: string, carts: Carts): boolean {
  try {
    if (carts.length === 0) shelf?.removeItem(at);
    else shelf?.setItem(at, JSON.stringify(carts));
    return shelf !== undefined;
  } catch {
    return false;
  }
}

function read(shelf: CartShelf | undefined, at: string): Carts {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(at) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCart) : [];
  } catch {
    return [];
  }
}
