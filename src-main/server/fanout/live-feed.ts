import { entityId } from '#shared/domain/entity.ts';
import type { RestaurantId } from '#shared/domain/id.ts';
import { isOpen, type Order } from '#shared/domain/order.ts';
import { parseCursor } from '#shared/protocol/cursor.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import { toWireSelfOrder } from '#shared/protocol/wire-self-order.ts';
import { toWireSettings, toWireStations } from '#shared/protocol/wire-site.ts';
import type { CommittedEvent, OrderStore } from '../ports.ts';
import { type Followed, replayFrom } from './attach.ts';
import { type CatchUp, catchUp } from './catch-up.ts';
import { createClosedOrders } from './closed-orders.ts';
import { createFollowers } from './followers.ts';
import { createLiveLog, type LiveLog } from './live-log.ts';
import { createOpenState, type OpenState } from './open-state.ts';
import type { Pump, PumpStart, Sink } from './pump.ts';
import { type Part, scopeOf, snapshotOf } from './scope.ts';

/** How a reader wants to be told. */
export type Wish = Pick<PumpStart, 'batch' | 'acks'> & {
  readonly followed: Followed;
  readonly lastEventId: string | undefined;
};

/** Why and how a reader is brought up to date. */
export type Attachment = {
  readonly mode: 'replay' | 'snapshot';
  readonly start: PumpStart;
  /** Head at the moment of the decision. */
  readonly liveAt: number;
};

/** One restaurant's live stream: its log, its snapshot, and everyone who follows. */
export interface LiveFeed {
  readonly epoch: string;
  head(): number;
  /** Newest event that a board in the kitchen has confirmed to show ([SEE1]). */
  seen(): number;
  boardShows(seq: number): void;
  /** The same, by the cursor that a board asks from. */
  boardHas(lastEventId: string | undefined): void;
  /**
   * Decides between replay and snapshot. `attach`, the frames sent from it and `follow` must happen in one turn of
   * the event loop: then no commit can fall between them ([ATT1]).
   */
  attach(wish: Wish): Attachment;
  follow(sink: Sink, attachment: Attachment): Pump;
  leave(pump: Pump): void;
  /** Everything after the cursor at once, or so much of it, for polls; in one turn with `onCommit`, for the same reason. */
  catchUp(lastEventId: string | undefined, mostChars?: number): CatchUp;
  /** Calls after every commit; the answer ends it. */
  onCommit(listener: () => void): () => void;
  /** Whether an order's stream has nothing more for a reader with this cursor: its end was seen ([SSE2]). */
  isOver(followed: Followed, lastEventId: string | undefined): boolean;
  committed(events: readonly CommittedEvent[]): void;
}

export function createLiveFeed(store: OrderStore, restaurantId: RestaurantId, epoch: string): LiveFeed {
  const log = openLog(store, restaurantId, epoch);
  const state = openState(store, restaurantId);
  const closed = createClosedOrders();
  const parts = { store, restaurantId, epoch };
  /** Whose stream is not over ([SSE2]); an order that was cancelled may be on the board still. */
  const open = new Set<string>(
    store
      .openOrders(restaurantId)
      .filter(isOpen)
      .map(({ id }) => id),
  );
  const followers = createFollowers(log);
  let seen = 0;

  function boardShows(seq: number): void {
    seen = Math.max(seen, Math.min(seq, log.head()));
  }

  /** What comes after its end, a payment for one, does not close an order again. */
  function follow(order: Order): void {
    if (isOpen(order)) open.add(order.id);
    else if (open.delete(order.id)) closed.add(order.id, order.version);
  }

  function attach({ followed, lastEventId, batch, acks }: Wish): Attachment {
    const liveAt = log.head();
    if (!isPart(followed)) return attachWhole(log, state, { lastEventId, batch, acks });
    const prelude = snapshotOf(parts, state, followed);
    const scope = scopeOf(parts, followed);
    return { mode: 'snapshot', liveAt, start: { cursor: liveAt, prelude, batch: false, acks: false, scope } };
  }

  return {
    epoch,
    head: log.head,
    seen: () => seen,
    boardShows,
    boardHas: (lastEventId) => {
      const cursor = parseCursor(lastEventId);
      if (cursor?.epoch === epoch) boardShows(cursor.seq);
    },
    attach,
    follow: (sink, { start, liveAt }) => followers.follow(sink, start, liveAt),
    leave: followers.leave,
    catchUp: (lastEventId, mostChars) => catchUp(log, state, lastEventId, mostChars),
    onCommit: followers.onCommit,
    isOver: (followed, lastEventId) => {
      const cursor = parseCursor(lastEventId);
      if (followed.kind !== 'order' || cursor?.epoch !== epoch) return false;
      const order = store.order(restaurantId, followed.orderId);
      return order !== undefined && !isOpen(order) && cursor.seq >= (closed.closedAt(order.id) ?? order.version);
    },
    committed: (events) => {
      for (const event of events) {
        const { entity } = event.record;
        if (entity.kind === 'order') follow(entity.order);
        state.take(event);
      }
      log.append(events.map(toLogged));
      followers.wake();
    },
  };
}

const isPart = (followed: Followed): followed is Part => followed.kind !== 'everything' && followed.kind !== 'ready';

/** For readers of all that a log has. */
export function attachWhole(
  log: LiveLog,
  state: Pick<OpenState, 'parts'>,
  { lastEventId, batch, acks }: Omit<Wish, 'followed'>,
): Attachment {
  const liveAt = log.head();
  const whole = { batch, acks, scope: undefined };
  const place = replayFrom(log, lastEventId);
  if (place) return { mode: 'replay', liveAt, start: { ...whole, cursor: place.seq, prelude: [] } };
  return { mode: 'snapshot', liveAt, start: { ...whole, cursor: liveAt, prelude: state.parts() } };
}

function toLogged({ seq, record: { type, body, entity } }: CommittedEvent) {
  return { seq, type, entityId: entityId(entity), body };
}

function openLog(store: OrderStore, restaurantId: RestaurantId, epoch: string): LiveLog {
  const eventsAfter = (seq: number, limit: number) => store.eventsAfter(restaurantId, seq, limit);
  return createLiveLog({ epoch, head: store.head(restaurantId), eventsAfter });
}

function openState(store: OrderStore, restaurantId: RestaurantId): OpenState {
  const orders = store.openOrders(restaurantId).map((order) => [order.id, JSON.stringify(toWireOrder(order))] as const);
  const products = store.products(restaurantId).map((item) => [item.id, JSON.stringify(toWireProduct(item))] as const);
  const site = {
    stations: JSON.stringify(toWireStations(store.stations(restaurantId))),
    settings: JSON.stringify(toWireSettings(store.settings(restaurantId))),
  };
  const asked = store
    .waitingSelfOrders(restaurantId)
    .map((one) => [one.id, JSON.stringify(toWireSelfOrder(one))] as const);
  return createOpenState(
    new Map<string, string>(orders),
    new Map<string, string>(products),
    site,
    new Map<string, string>(asked),
  );
}
