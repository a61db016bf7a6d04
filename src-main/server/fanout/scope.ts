import { productEventTypes } from '#shared/domain/event.ts';
import { orderId, type RestaurantId } from '#shared/domain/id.ts';
import { isOpen, type Order } from '#shared/domain/order.ts';
import { formatCursor } from '#shared/protocol/cursor.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import type { LoggedEvent, OrderStore } from '../ports.ts';
import type { Followed } from './attach.ts';
import { eventText } from './commit-group.ts';
import { createFrame, type Frame } from './frame.ts';
import { type OpenState, snapshotFrames } from './open-state.ts';
import { bodyFor, entitiesOf, wireFor } from './order-view.ts';
import type { Scope } from './pump.ts';

/** What is less than a log of its own. */
export type Part = Exclude<Followed, { kind: 'everything' | 'ready' }>;

export type ScopeDeps = {
  readonly store: OrderStore;
  readonly restaurantId: RestaurantId;
  readonly epoch: string;
};

/** Which events belong to a part of the log, how they are counted there, and whether one of them is the last ([SCO1]). */
export function scopeOf({ store, restaurantId, epoch }: ScopeDeps, followed: Part): Scope {
  switch (followed.kind) {
    case 'menu':
      return counted(epoch, isOfMenu, bodyFor.whole);
    case 'orders-of': {
      const isTheirs = (event: LoggedEvent) =>
        !isOfMenu(event) && store.placedBy(restaurantId, orderId(event.entityId)) === followed.subject;
      return counted(epoch, isTheirs, bodyFor[followed.view]);
    }
    case 'order':
      return ofOrder(epoch, store.order(restaurantId, followed.orderId), followed);
  }
}

const isOfMenu = ({ type }: LoggedEvent) => (productEventTypes as readonly string[]).includes(type);

function frameOf(epoch: string, event: LoggedEvent, seq: number, body: string): Frame {
  return createFrame(eventText({ ...event, seq, body }, epoch), formatCursor({ epoch, seq }));
}

/** Counted from its snapshot on: nobody comes back to a place in it. */
function counted(epoch: string, has: (event: LoggedEvent) => boolean, toldBody: (body: string) => string): Scope {
  let seq = 0;
  return {
    take: (event) => (has(event) ? frameOf(epoch, event, ++seq, toldBody(event.body)) : undefined),
    at: () => seq,
    hasEnded: () => false,
  };
}

/** Counted by its versions: by these a reader who comes back after the end is known ([SSE2]). */
function ofOrder(
  epoch: string,
  order: Order | undefined,
  { orderId: id, view }: Extract<Part, { kind: 'order' }>,
): Scope {
  let seq = order?.version ?? 0;
  let hasEnded = order !== undefined && !isOpen(order);
  return {
    take: (event) => {
      if (event.entityId !== id) return undefined;
      const now = (JSON.parse(event.body) as { order: WireOrder }).order;
      seq = now.version;
      hasEnded = isClosedOnWire(now);
      return frameOf(epoch, event, seq, bodyFor[view](event.body));
    },
    at: () => seq,
    hasEnded: () => hasEnded,
  };
}

/** An event of an older program does not say whether it was put away. */
const isClosedOnWire = ({ cleared_at, order_status }: Partial<WireOrder>): boolean =>
  Boolean(cleared_at) || order_status === 'completed' || order_status === 'cancelled';

/** What such a stream begins with; a closed order is shown too, so that its guest sees how it ended. */
export function snapshotOf({ store, restaurantId }: ScopeDeps, state: OpenState, followed: Part): readonly Frame[] {
  if (followed.kind === 'menu') return state.productParts();
  if (followed.kind === 'orders-of') {
    const orders = store.openOrdersOf(restaurantId, followed.subject);
    return snapshotFrames(
      orders.map((order) => JSON.stringify(wireFor(order, followed.view))),
      [],
    );
  }
  const order = store.order(restaurantId, followed.orderId);
  const { timeZone } = store.settings(restaurantId);
  return [createFrame(`{"type":"snapshot","part":1,"parts":1,${entitiesOf(order, followed.view, timeZone).slice(1)}`)];
}
