import type { Order } from './order.ts';
import type { Product } from './product.ts';
import type { SelfOrder } from './self-order.ts';
import type { Settings } from './settings.ts';
import type { Stations } from './station.ts';

/**
 * What happened. An event carries the whole new state of its entity with that entity's version, so that applying it
 * twice or late is harmless ([EVT1]). One event per entity and command ([EVT2]).
 */
export type DomainEvent = OrderEvent | ProductEvent | StationsEvent | SettingsEvent | SelfOrderEvent;

export const orderEventTypes = [
  'order_created',
  'order_updated',
  'order_status_changed',
  'item_status_changed',
  'payment_status_changed',
  'order_recalled',
  'order_cancelled',
  'order_shipped',
  'order_delivered',
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];

export const productEventTypes = [
  'product_created',
  'product_updated',
  'price_updated',
  'inventory_updated',
  'product_status_changed',
  'product_deleted',
] as const;
export type ProductEventType = (typeof productEventTypes)[number];

/** `data` is what changed, for those who do not compare states; plain JSON in wire names. */
type Happened = {
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  readonly atMs: number;
};

export type OrderEvent = Happened & { readonly type: OrderEventType; readonly order: Order };
export type ProductEvent = Happened & { readonly type: ProductEventType; readonly product: Product };
export type StationsEvent = Happened & { readonly type: 'station_changed'; readonly stations: Stations };
export type SettingsEvent = Happened & { readonly type: 'settings_changed'; readonly settings: Settings };
export type SelfOrderEvent = Happened & { readonly type: 'self_order_changed'; readonly selfOrder: SelfOrder };
