import type { LineId, OrderId, RestaurantId } from './id.ts';
import type { WorkStatus } from './line.ts';
import type { Order, PaymentStatus } from './order.ts';
import type { Product } from './product.ts';

/**
 * What a person or a machine wants done. Made whole at the door: ids, numbers and prices are in it, so that
 * `decide` needs no clock, no randomness and no currency table.
 */
export type Command = PlaceOrder | SetOrderStatus | SetLineStatus | VoidLine | CancelOrder | SetPayment | CreateProduct;

type OnOrder = { readonly restaurantId: RestaurantId; readonly orderId: OrderId; readonly ifVersion?: number };

/** `draft` is the order as it will be stored, at version 1. */
export type PlaceOrder = { readonly kind: 'order.place'; readonly draft: Order };
export type SetOrderStatus = OnOrder & { readonly kind: 'order.set-status'; readonly status: WorkStatus };
export type SetLineStatus = OnOrder & {
  readonly kind: 'line.set-status';
  readonly lineId: LineId;
  readonly status: WorkStatus;
};
export type VoidLine = OnOrder & {
  readonly kind: 'line.void';
  readonly lineId: LineId;
  readonly reason: string | null;
};
export type CancelOrder = OnOrder & { readonly kind: 'order.cancel'; readonly reason: string | null };
export type SetPayment = OnOrder & {
  readonly kind: 'order.set-payment';
  readonly status: PaymentStatus;
  /** `undefined` keeps the method that is known. */
  readonly method: string | null | undefined;
};
export type CreateProduct = { readonly kind: 'product.create'; readonly draft: Product };
