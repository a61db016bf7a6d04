import type { OrderId } from '#shared/domain/id.ts';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { type Cart, emptyCart } from '../cart/cart.ts';

/** What guests have asked for as it is rung in: a waiter looks over it, changes what they like, and sends it ([SLF2]). */
export function cartOfAsked(asked: SelfOrder, orderId: OrderId | null, newId: () => string): Cart {
  const lines = asked.items.map(({ productId, quantity, modifiers, notes }) => ({
    ...{ key: newId(), productId, quantity, modifiers: modifiers.map(({ name }) => name), notes: notes ?? '' },
    ...{ seat: null, course: null, allergens: [] },
  }));
  const target = { orderId, type: 'dine_in', place: asked.table } as const;
  return { ...emptyCart(newId(), target), selfOrder: asked.id, lines };
}
