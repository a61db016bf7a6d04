import { productId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { at } from './kitchen-world.ts';

/** A dish of the menu, to be had and not counted unless told otherwise. */
export const menuItem = (id: string, change: Partial<Product> = {}): Product => ({
  id: productId(id),
  restaurantId: at,
  version: 1,
  sku: id,
  name: id,
  price: 500,
  currency: 'EUR',
  category: 'Mains',
  stations: [],
  modifierGroups: [],
  allergens: [],
  prepMinutes: null,
  photo: null,
  available: true,
  out: null,
  stock: null,
  createdAtMs: 0,
  updatedAtMs: 0,
  removedAtMs: null,
  ...change,
});
