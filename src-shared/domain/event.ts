import type { Order } from './order.ts';
import type { Product } from './product.ts';

/**
 * What happened. An event carries the whole new state of its entity with that entity's version, so that applying it
 * twice or late is harmless ([EVT1]). One event per entity and command ([EVT2]).
 */
export type DomainEvent = OrderEvent | ProductEvent;

export const orderEventTypes = [
  'order_created',
  'order_updated',
  'order_status_changed',
  'item_status_changed',
  'payment_status_changed',
  'order_cancelled',
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];

export const productEventTypes = ['product_created'] as const;
export type ProductEventType = (typeof productEventTypes)[number];

/** `data` is what changed, for those who do not compare states; plain JSON in wire names. */
export type OrderEvent = {
  readonly type: OrderEventType;
  readonly order: Order;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly atMs: number;
};

export type ProductEvent = {
  readonly type: ProductEventType;
  readonly product: Product;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly atMs: number;
};
