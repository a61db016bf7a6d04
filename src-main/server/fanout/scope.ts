import { productEventTypes } from '#shared/domain/event.ts';
import { orderId, type RestaurantId } from '#shared/domain/id.ts';
import { isOpen, type Order } from '#shared/domain/order.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import type { LoggedEvent, OrderStore } from '../ports.ts';
import type { Followed } from './attach.ts';
import type { Frame } from './frame.ts';
import { type OpenState, snapshotFrames } from './open-state.ts';
import type { Scope } from './pump.ts';

/** What is less than a log of its own. */
export type Part = Exclude<Followed, { kind: 'everything' | 'ready' }>;

/** Which events belong to a part of the log, and whether one of them is the last ([SCO1]). */
export function scopeOf(store: OrderStore, restaurantId: RestaurantId, followed: Part): Scope {
  switch (followed.kind) {
    case 'menu':
      return { has: isOfMenu, endsWith: never, hasEnded: false };
    case 'order':
      return {
        has: (event) => event.entityId === followed.orderId,
        endsWith: closesOrder,
        hasEnded: isClosed(store, restaurantId, followed.orderId),
      };
    case 'orders-of':
      return {
        has: (event) => !isOfMenu(event) && store.placedBy(restaurantId, orderId(event.entityId)) === followed.subject,
        endsWith: never,
        hasEnded: false,
      };
  }
}

const isOfMenu = ({ type }: LoggedEvent) => (productEventTypes as readonly string[]).includes(type);
const never = () => false;

/** Asked once for each event of an order that somebody follows: cheap enough to look into the event itself. */
function closesOrder({ body }: LoggedEvent): boolean {
  // An event of an older program does not say whether it was put away.
  const { order } = JSON.parse(body) as { order: Pick<WireOrder, 'order_status'> & Partial<WireOrder> };
  return Boolean(order.cleared_at) || order.order_status === 'completed' || order.order_status === 'cancelled';
}

/** What such a stream begins with; a closed order is shown too, so that its guest sees how it ended. */
export function snapshotOf(
  store: OrderStore,
  restaurantId: RestaurantId,
  state: OpenState,
  followed: Part,
): readonly Frame[] {
  if (followed.kind === 'menu') return state.productParts();
  return snapshotFrames(
    ordersOf(store, restaurantId, followed).map((order) => JSON.stringify(toWireOrder(order))),
    [],
  );
}

function ordersOf(store: OrderStore, restaurantId: RestaurantId, followed: Exclude<Part, { kind: 'menu' }>): Order[] {
  if (followed.kind === 'orders-of') return store.openOrdersOf(restaurantId, followed.subject);
  const order = store.order(restaurantId, followed.orderId);
  return order ? [order] : [];
}

export const isClosed = (store: OrderStore, restaurantId: RestaurantId, id: string): boolean => {
  const order = store.order(restaurantId, orderId(id));
  return order !== undefined && !isOpen(order);
};
