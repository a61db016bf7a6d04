import type { Change } from '../domain/apply.ts';
import type { Entity } from '../domain/entity.ts';
import type { WireEvent } from './frames.ts';
import { fromWireOrder, toWireOrder, type WireOrder } from './wire-order.ts';
import { fromWireProduct, toWireProduct, type WireProduct } from './wire-product.ts';
import { fromWireSelfOrder, toWireSelfOrder, type WireSelfOrder } from './wire-self-order.ts';
import {
  fromWireSettings,
  fromWireStations,
  toWireSettings,
  toWireStations,
  type WireSettings,
  type WireStations,
} from './wire-site.ts';

/** An entity as answers and events show it; in an event it stands under the name of its kind. */
export function toWireEntity(entity: Entity): object {
  switch (entity.kind) {
    case 'order':
      return toWireOrder(entity.order);
    case 'product':
      return toWireProduct(entity.product);
    case 'stations':
      return toWireStations(entity.stations);
    case 'settings':
      return toWireSettings(entity.settings);
    case 'self_order':
      return toWireSelfOrder(entity.selfOrder);
  }
}

/** What an event changes; nothing when it is of a kind that this page does not know yet. */
export function changesIn(event: WireEvent): Change[] {
  if ('order' in event) return [{ order: fromWireOrder(event.order) }];
  if ('product' in event) return [{ product: fromWireProduct(event.product) }];
  if ('stations' in event) return [{ stations: fromWireStations(event.stations) }];
  if ('self_order' in event) return [{ selfOrder: fromWireSelfOrder(event.self_order) }];
  return 'settings' in event ? [{ settings: fromWireSettings(event.settings) }] : [];
}

type WireKitchen = {
  readonly orders: readonly WireOrder[];
  readonly products: readonly WireProduct[];
  readonly stations?: WireStations | undefined;
  readonly settings?: WireSettings | undefined;
  readonly self_orders?: readonly WireSelfOrder[] | undefined;
};

/** The same of a whole snapshot. */
export function changesInAll({ orders, products, stations, settings, self_orders = [] }: WireKitchen): Change[] {
  return [
    ...orders.map((order) => ({ order: fromWireOrder(order) })),
    ...products.map((product) => ({ product: fromWireProduct(product) })),
    ...(stations ? [{ stations: fromWireStations(stations) }] : []),
    ...(settings ? [{ settings: fromWireSettings(settings) }] : []),
    ...self_orders.map((one) => ({ selfOrder: fromWireSelfOrder(one) })),
  ];
}
