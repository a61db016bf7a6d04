import type { OrderId, ProductId, RestaurantId, SelfOrderId } from './id.ts';
import type { Minor } from './money.ts';

/** `waiting` until a waiter takes or refuses it, its guest withdraws it, or nobody has come for too long ([SLF3]). */
export const selfOrderStates = ['waiting', 'taken', 'refused', 'withdrawn', 'expired'] as const;
export type SelfOrderState = (typeof selfOrderStates)[number];

/** A dish as its guest saw it on the menu when they asked for it; what it costs in the end, the order says. */
export type SelfOrderItem = {
  readonly productId: ProductId;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly modifiers: readonly { readonly name: string; readonly price: Minor }[];
  readonly notes: string | null;
};

/**
 * What guests at a table would like, from a phone of their own ([SLF1]). It is no order: nothing of it is cooked, counted or
 * owed before a waiter has made it one.
 */
export type SelfOrder = {
  readonly id: SelfOrderId;
  readonly restaurantId: RestaurantId;
  readonly version: number;
  /** A table of the house's list. */
  readonly table: string;
  readonly items: readonly SelfOrderItem[];
  readonly currency: string;
  readonly state: SelfOrderState;
  /** The order that it became, or part of. */
  readonly orderId: OrderId | null;
  /** What the waiter says who could not take it. */
  readonly reason: string | null;
  readonly placedAtMs: number;
  readonly updatedAtMs: number;
};

/** More is a rush that no waiter can walk ([SLF4]). */
export const mostWaitingAtTable = 3;
export const mostWaiting = 200;

/** Guests who have waited for so long have asked somebody by now ([SLF3]). */
export const selfOrderKeptMs = 60 * 60_000;

/** How a guest's phone and a waiter's tell what all of it would cost. */
export const selfOrderTotal = ({ items }: Pick<SelfOrder, 'items'>): Minor =>
  items.reduce((sum, item) => sum + selfOrderItemTotal(item), 0);

export const selfOrderItemTotal = ({ unitPrice, modifiers, quantity }: SelfOrderItem): Minor =>
  quantity * modifiers.reduce((sum, { price }) => sum + price, unitPrice);
