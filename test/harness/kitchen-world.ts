import type { Command } from '#shared/domain/command.ts';
import { decide } from '#shared/domain/decide.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { OrderEvent } from '#shared/domain/event.ts';
import { type OrderId, type ProductId, restaurantId, type SelfOrderId, stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { Station, Stations } from '#shared/domain/station.ts';

/** A kitchen in memory that any commands can be tried on, one after the other, a second apart. */
export type KitchenWorld = {
  /** As they came in. */
  readonly first: readonly Order[];
  readonly orders: ReadonlyMap<OrderId, Order>;
  readonly events: readonly OrderEvent[];
  /** These as they are now. */
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly stations: Stations;
  readonly settings: Settings;
  nowMs(): number;
  /** Somebody sets it; the next command comes a second later all the same. */
  turnClock(byMs: number): void;
  /** `isSilent`: no screen is to ring for it. */
  run(command: Command, isSilent?: boolean): Decision;
};

export const at = restaurantId('main');

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id,
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});

export const withExpo = [station('grill'), station('fry'), station('bar'), station('pass', { kind: 'expo' })];
export const withoutExpo = withExpo.slice(0, 3);

export const stationsOf = (list: readonly Station[]): Stations => ({
  restaurantId: at,
  version: 1,
  list,
  updatedAtMs: 0,
});

/** Later than anything in the orders of `freshOrder`. */
export const startedAtMs = 4_000_000_000_000;

export function createWorld(
  first: readonly Order[],
  list: readonly Station[] = withExpo,
  change: Partial<Settings> = {},
  menu: readonly Product[] = [],
): KitchenWorld {
  const orders = new Map(first.map((order) => [order.id, order]));
  const events: OrderEvent[] = [];
  const products = new Map(menu.map((product) => [product.id, product]));
  const selfOrders = new Map<SelfOrderId, SelfOrder>();
  let stations = stationsOf(list);
  let settings: Settings = { ...firstSettings(at), ...change };
  let nowMs = startedAtMs;
  return {
    first,
    orders,
    events,
    products,
    get stations() {
      return stations;
    },
    get settings() {
      return settings;
    },
    nowMs: () => nowMs,
    turnClock: (byMs) => {
      nowMs += byMs;
    },
    run: (command, isSilent = false) => {
      nowMs += 1000;
      const view = {
        order: (id: OrderId) => orders.get(id),
        product: (id: ProductId) => products.get(id),
        productBySku: (sku: string) => [...products.values()].find((product) => product.sku === sku),
        products: () => [...products.values()],
        stations: () => stations,
        settings: () => settings,
        selfOrder: (id: SelfOrderId) => selfOrders.get(id),
        waitingSelfOrders: () => [...selfOrders.values()].filter(({ state }) => state === 'waiting'),
      };
      const decision = decide(view, command, nowMs, isSilent);
      for (const event of decision.ok ? decision.events : []) {
        if ('stations' in event) stations = event.stations;
        if ('settings' in event) settings = event.settings;
        if ('selfOrder' in event) selfOrders.set(event.selfOrder.id, event.selfOrder);
        if ('product' in event) products.set(event.product.id, event.product);
        if (!('order' in event)) continue;
        orders.set(event.order.id, event.order);
        events.push(event);
      }
      return decision;
    },
  };
}
