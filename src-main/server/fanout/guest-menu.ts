import { createHash } from 'node:crypto';
import type { RestaurantId } from '#shared/domain/id.ts';
import { toWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import type { Fanout, OrderStore } from '../ports.ts';

/** What everybody may read of a restaurant's menu, as it is sent. */
export type EncodedMenu = { readonly body: Buffer; readonly etag: string };

/**
 * The open menus, each encoded once until it changes: anybody may ask, as often as they like, and it may be large. All
 * answers that are under way share the same bytes ([MEN10]).
 */
export type GuestMenu = Fanout & {
  /** `undefined` for a restaurant that there is not. */
  of(restaurantId: RestaurantId): EncodedMenu | undefined;
};

export function createGuestMenu(store: Pick<OrderStore, 'restaurant' | 'products'>): GuestMenu {
  const menus = new Map<RestaurantId, EncodedMenu>();

  function encoded(id: RestaurantId): EncodedMenu {
    const items = store.products(id).map((product) => forGuests(toWireProduct(product)));
    const body = Buffer.from(JSON.stringify({ items }));
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }

  return {
    of: (id) => {
      const known = menus.get(id);
      if (known || !store.restaurant(id)) return known;
      const menu = encoded(id);
      menus.set(id, menu);
      return menu;
    },
    committed: (events) => {
      for (const { record } of events) if (record.entity.kind === 'product') menus.delete(record.restaurantId);
    },
  };
}

/** Nothing of how it is cooked, counted or kept. */
function forGuests({ id, name, price, currency, category, allergens, photo, modifier_groups, available }: WireProduct) {
  return { id, name, price, currency, category, allergens, photo, modifier_groups, available };
}
