import { AppError } from '#shared/errors/app-error.ts';
import { orderIn } from '#shared/protocol/order-requests.ts';
import type { MenuDesk } from '../core/menu-desk.ts';
import type { OrderDesk } from '../core/order-desk.ts';
import type { SiteDesk } from '../core/site-desk.ts';
import type { Caller, OrderStore } from '../ports.ts';
import { type DemoOrder, demoMenu, demoOrders, demoStations } from './demo-restaurant.ts';

type Desks = { readonly orders: OrderDesk; readonly menu: MenuDesk; readonly site: SiteDesk };

/** Fills an empty restaurant through the same desks as everybody else; one that has a menu is left alone. */
export async function seedDemo({ orders, menu, site }: Desks, store: OrderStore, caller: Caller): Promise<void> {
  if (store.products(caller.restaurantId).length > 0) return;
  await site.setStations(caller, { items: [...demoStations] }, once('demo-stations'));
  const idBySku = new Map<string, string>();
  for (const dish of demoMenu) {
    const { id, status, body } = await menu.create(caller, dish, once(`demo-menu-${dish.sku}`));
    if (status !== 201) throw new AppError('internal', body);
    idBySku.set(dish.sku, id);
  }
  for (const [index, order] of demoOrders.entries()) {
    await orders.place(caller, toOrder(order, idBySku), once(`demo-order-${index}`));
  }
}

const once = (key: string) => ({ idempotency: { key, fingerprint: key }, ifVersion: undefined, madeAtMs: null });

function toOrder({ dishes, ...order }: DemoOrder, idBySku: ReadonlyMap<string, string>) {
  const items = dishes.map(({ sku, ...item }) => ({ ...item, menu_item_id: idBySku.get(sku) }));
  return orderIn.parse({ ...order, items });
}
