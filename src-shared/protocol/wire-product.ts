import { productId, restaurantId, stationId } from '../domain/id.ts';
import type { ModifierGroup } from '../domain/modifier-group.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import type { OutUntil, Product, Stock } from '../domain/product.ts';
import { leftOf } from '../domain/stock.ts';
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
  /** Its picture is at `/photos/{photo}`. */
  photo: string | null;
  modifier_groups: WireModifierGroup[];
  /** Whether it can be ordered now. */
  available: boolean;
  /** Taken off by hand, until when, and since when. */
  out: { until: OutUntil; since: string } | null;
  /** Portions left; null where nobody counts. */
  stock_quantity: number | null;
  stock: { counted: number; counted_at: string; sold: number } | null;
  created_at: string;
  updated_at: string;
  /** Off the menu for good since then. */
  deleted_at: string | null;
};

export type WireModifierGroup = {
  name: string;
  min: number;
  max: number | null;
  options: { name: string; price: number }[];
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
    photo: product.photo,
    modifier_groups: product.modifierGroups.map((group) => toWireGroup(group, product.currency)),
    available: product.available,
    out: product.out && { until: product.out.until, since: toIso(product.out.sinceMs) },
    stock_quantity: product.stock && leftOf(product.stock),
    stock: product.stock && toWireStock(product.stock),
    created_at: toIso(product.createdAtMs),
    updated_at: toIso(product.updatedAtMs),
    deleted_at: product.removedAtMs === null ? null : toIso(product.removedAtMs),
  };
}

const toWireGroup = ({ options, ...group }: ModifierGroup, currency: string): WireModifierGroup => ({
  ...group,
  options: options.map(({ name, price }) => ({ name, price: fromMinor(price, currency) })),
});

const toWireStock = ({ counted, countedAtMs, sold }: Stock) => ({ counted, counted_at: toIso(countedAtMs), sold });

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
    // Events from before there were photos say nothing of them.
    photo: wire.photo ?? null,
    modifierGroups: wire.modifier_groups.map((group) => fromWireGroup(group, wire.currency)),
    available: wire.available,
    out: wire.out && { until: wire.out.until, sinceMs: toMs(wire.out.since) },
    stock: wire.stock && {
      counted: wire.stock.counted,
      countedAtMs: toMs(wire.stock.counted_at),
      sold: wire.stock.sold,
    },
    createdAtMs: toMs(wire.created_at),
    updatedAtMs: toMs(wire.updated_at),
    removedAtMs: wire.deleted_at === null ? null : toMs(wire.deleted_at),
  };
}

const fromWireGroup = ({ options, ...group }: WireModifierGroup, currency: string): ModifierGroup => ({
  ...group,
  options: options.map(({ name, price }) => ({ name, price: toMinor(price, currency) ?? 0 })),
});
