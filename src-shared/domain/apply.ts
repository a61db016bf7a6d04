import { type OrderId, type ProductId, restaurantId, type SelfOrderId } from './id.ts';
import type { Order } from './order.ts';
import { isOnBoard } from './part-state.ts';
import type { Product } from './product.ts';
import type { SelfOrder } from './self-order.ts';
import { firstSettings, type Settings } from './settings.ts';
import { firstStations, type Stations } from './station.ts';

/** What every screen holds: the orders that are on a board, the menu, and how the kitchen is set up. */
export type Kitchen = {
  readonly orders: ReadonlyMap<OrderId, Order>;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** Last version of the items that were removed: a late event must not bring one back. */
  readonly removed: ReadonlyMap<ProductId, number>;
  /** The same of the orders that were closed last. */
  readonly closed: ReadonlyMap<OrderId, number>;
  readonly stations: Stations;
  readonly settings: Settings;
  /** What guests have asked for; also some that wait no more ([SLF2]). */
  readonly selfOrders: ReadonlyMap<SelfOrderId, SelfOrder>;
};

const nowhere = restaurantId('');
/** Older than what nobody has ever changed. */
const unknownYet = -1;

export const emptyKitchen: Kitchen = {
  orders: new Map(),
  products: new Map(),
  removed: new Map(),
  closed: new Map(),
  stations: { ...firstStations(nowhere), version: unknownYet },
  settings: { ...firstSettings(nowhere), version: unknownYet },
  selfOrders: new Map(),
};

/** The part of an event that counts for state. */
export type Change =
  | { readonly order: Order }
  | { readonly product: Product }
  | { readonly stations: Stations }
  | { readonly settings: Settings }
  | { readonly selfOrder: SelfOrder };

/**
 * Takes each change's state when it is newer than what is held, so that any repeat or late one does nothing ([EVT1]).
 * Many at once, because copying the maps is the cost; those that nothing changes stay the same.
 */
export function applyAll(kitchen: Kitchen, changes: readonly Change[]): Kitchen {
  const orders = changes.flatMap((change) => ('order' in change ? [change.order] : []));
  const products = changes.flatMap((change) => ('product' in change ? [change.product] : []));
  let { stations, settings } = kitchen;
  for (const change of changes) {
    if ('stations' in change) stations = newer(stations, change.stations);
    else if ('settings' in change) settings = newer(settings, change.settings);
  }
  const selfOrders = changes.flatMap((change) => ('selfOrder' in change ? [change.selfOrder] : []));
  return {
    ...kitchen,
    ...withOrders(kitchen, orders),
    ...withProducts(kitchen, products),
    ...withSelfOrders(kitchen, selfOrders),
    stations,
    settings,
  };
}

function withSelfOrders(known: Pick<Kitchen, 'selfOrders'>, news: readonly SelfOrder[]): Partial<Kitchen> {
  if (news.length === 0) return {};
  const next = new Map(known.selfOrders);
  for (const one of news) if (one.version > (next.get(one.id)?.version ?? 0)) next.set(one.id, one);
  for (const [id, { state }] of next) {
    if (next.size <= mostSelfOrders) break;
    if (state !== 'waiting') next.delete(id);
  }
  return { selfOrders: next };
}

/** Those that have ended are kept for a while, so that a late event does not make one wait again. */
const mostSelfOrders = 500;

type Orders = Pick<Kitchen, 'orders' | 'closed'>;

function withOrders(known: Orders, news: readonly Order[]): Partial<Orders> {
  if (news.length === 0) return {};
  // Most events close nothing, and of those that were closed there are thousands.
  const isAsBefore = news.every((order) => isOnBoard(order) && !known.closed.has(order.id));
  const next = { orders: new Map(known.orders), closed: new Map(isAsBefore ? [] : known.closed) };
  for (const order of news) takeOrder(next, order);
  forgetOldest(next.closed);
  return isAsBefore ? { ...next, closed: known.closed } : next;
}

/** Many times what a late event can be late by; a page that stays open for weeks must not carry all of them about. */
const mostClosed = 2000;

function forgetOldest(closed: Map<OrderId, number>): void {
  for (const id of closed.keys()) {
    if (closed.size <= mostClosed) return;
    closed.delete(id);
  }
}

type OrderDraft = { readonly orders: Map<OrderId, Order>; readonly closed: Map<OrderId, number> };

function takeOrder({ orders, closed }: OrderDraft, order: Order): void {
  const known = orders.get(order.id)?.version ?? closed.get(order.id) ?? 0;
  if (known >= order.version) return;
  if (isOnBoard(order)) {
    closed.delete(order.id);
    orders.set(order.id, order);
  } else {
    orders.delete(order.id);
    closed.set(order.id, order.version);
  }
}

type Menu = Pick<Kitchen, 'products' | 'removed'>;

function withProducts(known: Menu, news: readonly Product[]): Partial<Menu> {
  if (news.length === 0) return {};
  const next = { products: new Map(known.products), removed: new Map(known.removed) };
  for (const product of news) takeProduct(next, product);
  return next;
}

type MenuDraft = { readonly products: Map<ProductId, Product>; readonly removed: Map<ProductId, number> };

function takeProduct({ products, removed }: MenuDraft, product: Product): void {
  const known = products.get(product.id)?.version ?? removed.get(product.id) ?? 0;
  if (known >= product.version) return;
  if (product.removedAtMs === null) {
    removed.delete(product.id);
    products.set(product.id, product);
  } else {
    products.delete(product.id);
    removed.set(product.id, product.version);
  }
}

const newer = <Value extends { readonly version: number }>(known: Value, now: Value): Value =>
  now.version > known.version ? now : known;
