import type { ProductId, RestaurantId, StationId } from './id.ts';
import type { Minor } from './money.ts';

/** A menu item. Orders copy its name and price, so changing it never changes what was sold ([MEN1]). */
export type Product = {
  readonly id: ProductId;
  readonly restaurantId: RestaurantId;
  readonly version: number;
  readonly sku: string;
  readonly name: string;
  readonly price: Minor;
  readonly currency: string;
  readonly category: string;
  readonly stations: readonly StationId[];
  /** What the dish contains; for whoever takes the order to ask about ([ALG1]). */
  readonly allergens: readonly string[];
  readonly prepMinutes: number | null;
  /** `false` is "86": not to be ordered now. */
  readonly available: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};
