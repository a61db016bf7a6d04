import type { DomainEvent } from './event.ts';
import type { Order } from './order.ts';
import type { Product } from './product.ts';
import type { SelfOrder } from './self-order.ts';
import type { Settings } from './settings.ts';
import type { Stations } from './station.ts';

/** Everything that has a version and a place in the log. */
export type Entity =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'stations'; readonly stations: Stations }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'self_order'; readonly selfOrder: SelfOrder };

export function entityOf(event: DomainEvent): Entity {
  if ('order' in event) return { kind: 'order', order: event.order };
  if ('product' in event) return { kind: 'product', product: event.product };
  if ('stations' in event) return { kind: 'stations', stations: event.stations };
  if ('selfOrder' in event) return { kind: 'self_order', selfOrder: event.selfOrder };
  return { kind: 'settings', settings: event.settings };
}

/** A restaurant has one list of stations and one set of settings: their kind is their id. */
export function entityId(entity: Entity): string {
  if (entity.kind === 'order') return entity.order.id;
  if (entity.kind === 'self_order') return entity.selfOrder.id;
  return entity.kind === 'product' ? entity.product.id : entity.kind;
}

export function entityVersion(entity: Entity): number {
  switch (entity.kind) {
    case 'order':
      return entity.order.version;
    case 'product':
      return entity.product.version;
    case 'stations':
      return entity.stations.version;
    case 'settings':
      return entity.settings.version;
    case 'self_order':
      return entity.selfOrder.version;
  }
}
