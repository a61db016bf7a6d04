import { orderId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { orderIn } from '#shared/protocol/order-requests.ts';
import { settingsIn } from '#shared/protocol/site-requests.ts';
import type { MenuDesk } from '../core/menu-desk.ts';
import type { OrderDesk } from '../core/order-desk.ts';
import type { SiteDesk } from '../core/site-desk.ts';
import type { Caller, Clock, OrderStore } from '../ports.ts';
import { type DemoOrder, demoMenu, demoOrders, demoSettings, demoStations } from './demo-restaurant.ts';

type Parts = { readonly orders: OrderDesk; readonly menu: MenuDesk; readonly site: SiteDesk; readonly clock: Clock };

/** Fills an empty restaurant through the same desks as everybody else; one that has a menu is left alone. */
export async function seedDemo({ orders, menu, site, clock }: Parts, store: OrderStore, caller: Caller): Promise<void> {
  if (store.products(caller.restaurantId).length > 0) return;
  await site.setStations(caller, { items: [...demoStations] }, once('demo-stations'));
  await site.changeSettings(caller, settingsIn.parse(demoSettings), once('demo-settings'));
  const idBySku = new Map<string, string>();
  for (const dish of demoMenu) {
    const { id, status, body } = await menu.create(caller, dish, once(`demo-menu-${dish.sku}`));
    if (status !== 201) throw new AppError('internal', body);
    idBySku.set(dish.sku, id);
  }
  for (const [index, order] of demoOrders.entries()) {
    const placed = await orders.place(caller, toOrder(order, idBySku, clock.nowMs()), once(`demo-order-${index}`));
    if (placed.status !== 201) throw new AppError('internal', placed.body);
    if (!order.status) continue;
    const step = { kind: 'order.set-status', orderId: orderId(placed.id), status: order.status, by: null } as const;
    const worked = await orders.change(caller, step, once(`demo-step-${index}`));
    if (worked.status !== 200) throw new AppError('internal', worked.body);
  }
}

const once = (key: string) => ({ idempotency: { key, fingerprint: key }, ifVersion: undefined, madeAtMs: null });

function toOrder(
  { dishes, promisedInMinutes, status: _, ...order }: DemoOrder,
  idBySku: ReadonlyMap<string, string>,
  nowMs: number,
) {
  const items = dishes.map(({ sku, ...item }) => ({ ...item, menu_item_id: idBySku.get(sku) }));
  const promisedMs = promisedInMinutes === undefined ? null : nowMs + promisedInMinutes * 60_000;
  const promised_at = promisedMs === null ? null : new Date(promisedMs).toISOString();
  return orderIn.parse({ ...order, promised_at, items });
}
