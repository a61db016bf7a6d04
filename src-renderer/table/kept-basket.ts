import type { CartLine } from '../floor/cart/cart.ts';
import { isListOf, isNullOr, isShape, isString, isText, isWhole } from '../outbox/guard.ts';

/** What lies on the guest's phone: chosen, and what was sent of it. */
export type Basket = {
  readonly lines: readonly CartLine[];
  /** Made for what is on its way or waits for a waiter; null while the guest is choosing. */
  readonly sentAs: string | null;
};

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isBasket = isShape({
  sentAs: isNullOr(isText),
  lines: isListOf(
    isShape({ key: isText, productId: isText, quantity: isWhole, modifiers: isListOf(isString), notes: isString }),
  ),
});

export const emptyBasket: Basket = { lines: [], sentAs: null };

/** It outlives a reload, a call and an empty battery; on a phone that keeps nothing, the page. */
export function readBasket(shelf: Shelf | undefined, name: string): Basket {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(name) ?? 'null');
    return isBasket(kept) ? (kept as Basket) : emptyBasket;
  } catch {
    return emptyBasket;
  }
}

export function keepBasket(shelf: Shelf | undefined, name: string, basket: Basket): void {
  try {
    if (basket.lines.length === 0 && basket.sentAs === null) shelf?.removeItem(name);
    else shelf?.setItem(name, JSON.stringify(basket));
  } catch {
    // The page still has it.
  }
}
