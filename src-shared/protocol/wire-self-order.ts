import { orderId, productId, restaurantId, selfOrderId } from '../domain/id.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import type { SelfOrder, SelfOrderState } from '../domain/self-order.ts';
import { toIso, toMs } from './wire-time.ts';

/** What guests have asked for, as waiters and their events are shown it. */
export type WireSelfOrder = {
  id: string;
  restaurant_id: string;
  version: number;
  table_number: string;
  items: WireSelfOrderItem[];
  currency: string;
  state: SelfOrderState;
  order_id: string | null;
  reason: string | null;
  placed_at: string;
  updated_at: string;
};

type WireSelfOrderItem = {
  menu_item_id: string;
  name: string;
  quantity: number;
  unit_price: number;
  modifiers: { name: string; price: number }[];
  notes: string | null;
};

/** The same for the phone that has sent it; `path` leads to the page of the order that it became ([SLF2]). */
export type WireOwnSelfOrder = Omit<WireSelfOrder, 'order_id' | 'restaurant_id'> & { path: string | null };

/** What a phone that has scanned a code is told of the place ([SLF1]). */
export type WireTablePlace = { restaurant: string; table_number: string };

export function toWireSelfOrder(one: SelfOrder): WireSelfOrder {
  const price = (minor: number) => fromMinor(minor, one.currency);
  return {
    id: one.id,
    restaurant_id: one.restaurantId,
    version: one.version,
    table_number: one.table,
    items: one.items.map((item) => ({
      menu_item_id: item.productId,
      name: item.name,
      quantity: item.quantity,
      unit_price: price(item.unitPrice),
      modifiers: item.modifiers.map((modifier) => ({ name: modifier.name, price: price(modifier.price) })),
      notes: item.notes,
    })),
    currency: one.currency,
    state: one.state,
    order_id: one.orderId,
    reason: one.reason,
    placed_at: toIso(one.placedAtMs),
    updated_at: toIso(one.updatedAtMs),
  };
}

/** The inverse of `toWireSelfOrder` ([WIR2]). */
export function fromWireSelfOrder(wire: WireSelfOrder): SelfOrder {
  const minor = (price: number) => toMinor(price, wire.currency) ?? 0;
  return {
    id: selfOrderId(wire.id),
    restaurantId: restaurantId(wire.restaurant_id),
    version: wire.version,
    table: wire.table_number,
    items: wire.items.map((item) => ({
      productId: productId(item.menu_item_id),
      name: item.name,
      quantity: item.quantity,
      unitPrice: minor(item.unit_price),
      modifiers: item.modifiers.map((modifier) => ({ name: modifier.name, price: minor(modifier.price) })),
      notes: item.notes,
    })),
    currency: wire.currency,
    state: wire.state,
    orderId: wire.order_id === null ? null : orderId(wire.order_id),
    reason: wire.reason,
    placedAtMs: toMs(wire.placed_at),
    updatedAtMs: toMs(wire.updated_at),
  };
}
