import { productId, stationId } from '#shared/domain/id.ts';
import { toMinor } from '#shared/domain/money.ts';
import type { Product } from '#shared/domain/product.ts';
import type { ProductIn } from '#shared/protocol/product-requests.ts';
import type { Restaurant } from '../ports.ts';
import type { Made } from './submission.ts';

/** From what the office sent to the menu item as it will be stored. */
export function makeProduct(id: string, input: ProductIn, restaurant: Restaurant, nowMs: number): Made {
  const price = toMinor(input.price, restaurant.currency);
  if (price === undefined) {
    const reason = `more decimals than ${restaurant.currency} has`;
    return { refused: { code: 'invalid', detail: `price: ${reason}`, errors: [{ path: 'price', reason }] } };
  }
  const draft: Product = {
    id: productId(id),
    restaurantId: restaurant.id,
    version: 1,
    sku: input.sku,
    name: input.name,
    price,
    currency: restaurant.currency,
    category: input.category,
    stations: input.stations.map(stationId),
    allergens: input.allergens,
    prepMinutes: input.prep_minutes ?? null,
    available: input.available,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
  return { command: { kind: 'product.create', draft } };
}
