import type { ErrorCode } from '../errors/catalogue.ts';
import type { DomainEvent } from './event.ts';
import type { OrderId, ProductId, SelfOrderId } from './id.ts';
import type { Order } from './order.ts';
import type { Product } from './product.ts';
import type { SelfOrder } from './self-order.ts';
import type { Settings } from './settings.ts';
import type { Stations } from './station.ts';

/** What `decide` may look at: the server reads its database, a screen its own store. */
export interface KitchenView {
  order(id: OrderId): Order | undefined;
  product(id: ProductId): Product | undefined;
  /** Of those that are on the menu. */
  productBySku(sku: string): Product | undefined;
  /** All that are on the menu. */
  products(): readonly Product[];
  stations(): Stations;
  settings(): Settings;
  selfOrder(id: SelfOrderId): SelfOrder | undefined;
  waitingSelfOrders(): readonly SelfOrder[];
}

/** A "no" in normal use: shown to the person, never thrown. */
export type Refusal = { readonly code: ErrorCode; readonly detail: string };

/** No events means that it was so already: answered like a success, stored as nothing ([CMD2]). */
export type Decision =
  | { readonly ok: true; readonly events: readonly DomainEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = (...events: readonly DomainEvent[]): Decision => ({ ok: true, events });
export const refuse = (code: ErrorCode, detail: string): Decision => ({ ok: false, refusal: { code, detail } });
