import { productId, restaurantId, stationId } from '../domain/id.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { toIso, toMs } from './wire-time.ts';

/** A menu item as answers and events show it. */
export type WireProduct = {
  id: string;
  restaurant_id: string;
  version: number;
  sku: string;
  name: string;
  price: number;
  currency: string;
  category: string;
  stations: string[];
  allergens: string[];
  prep_minutes: number | null;
  available: boolean;
  created_at: string;
  updated_at: string;
};

export function toWireProduct(product: Product): WireProduct {
  return {
    id: product.id,
    restaurant_id: product.restaurantId,
    version: product.version,
    sku: product.sku,
    name: product.name,
    price: fromMinor(product.price, product.currency),
    currency: product.currency,
    category: product.category,
    stations: [...product.stations],
    allergens: [...product.allergens],
    prep_minutes: product.prepMinutes,
    available: product.available,
    created_at: toIso(product.createdAtMs),
    updated_at: toIso(product.updatedAtMs),
  };
}

/** The inverse of `toWireProduct` ([WIR2]). */
export function fromWireProduct(wire: WireProduct): Product {
  return {
    id: productId(wire.id),
    restaurantId: restaurantId(wire.restaurant_id),
    version: wire.version,
    sku: wire.sku,
    name: wire.name,
    price: toMinor(wire.price, wire.currency) ?? 0,
    currency: wire.currency,
    category: wire.category,
    stations: wire.stations.map(stationId),
    allergens: wire.allergens,
    prepMinutes: wire.prep_minutes,
    available: wire.available,
    createdAtMs: toMs(wire.created_at),
    updatedAtMs: toMs(wire.updated_at),
  };
}
