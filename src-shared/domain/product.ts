import type { ProductId, RestaurantId, StationId } from './id.ts';
import type { ModifierGroup } from './modifier-group.ts';
import type { Minor } from './money.ts';

/** What the office says of a menu item, and may change. */
export type ProductContent = {
  readonly sku: string;
  readonly name: string;
  readonly price: Minor;
  readonly category: string;
  readonly stations: readonly StationId[];
  readonly modifierGroups: readonly ModifierGroup[];
  /** What the dish contains; for whoever takes the order to ask about ([ALG1]). */
  readonly allergens: readonly string[];
  readonly prepMinutes: number | null;
  /** Names its picture by what is in it ([PHO1]); null where there is none. */
  readonly photo: string | null;
};

/** How long a dish that was taken off by hand stays off ([MEN7]). */
export const outUntils = ['changed', 'tomorrow'] as const;
export type OutUntil = (typeof outUntils)[number];

/** A count, and what was sold since: so that it can be made anew from the orders at any time ([STK1]). */
export type Stock = { readonly counted: number; readonly countedAtMs: number; readonly sold: number };

/** A menu item. Orders copy its name and price, so changing it never changes what was sold ([MEN1]). */
export type Product = ProductContent & {
  readonly id: ProductId;
  readonly restaurantId: RestaurantId;
  readonly version: number;
  readonly currency: string;
  /** `false` is "86": not to be ordered now, by hand (`out`) or because none is left (`stock`). */
  readonly available: boolean;
  readonly out: { readonly until: OutUntil; readonly sinceMs: number } | null;
  /** Null where nobody counts. */
  readonly stock: Stock | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Taken off the menu for good; kept because orders and other terminals still speak of it ([MEN9]). */
  readonly removedAtMs: number | null;
};
