import type { RestaurantId } from '#shared/domain/id.ts';
import { parseCursor } from '#shared/protocol/cursor.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import type { CommittedEvent, OrderStore } from '../ports.ts';
import { createLiveLog, type LiveLog } from './live-log.ts';
import { createOpenState, type OpenState } from './open-state.ts';
import { createPump, type Pump, type PumpStart, type Sink } from './pump.ts';

/** Why and how a reader is brought up to date. */
export type Attachment = { readonly mode: 'replay' | 'snapshot'; readonly start: PumpStart };

/** One restaurant's live stream: its log, its snapshot, and everyone who follows. */
export interface LiveFeed {
  readonly epoch: string;
  head(): number;
  /**
   * Decides between replay and snapshot. `attach`, the frames sent from it and `follow` must happen in one turn of
   * the event loop: then no commit can fall between them ([ATT1]).
   */
  attach(lastEventId: string | undefined, batch: boolean): Attachment;
  follow(sink: Sink, attachment: Attachment): Pump;
  leave(pump: Pump): void;
  committed(events: readonly CommittedEvent[]): void;
}

/** A reader further behind than this gets a snapshot: it is smaller ([ATT2]). */
const mostReplayed = 500;

export function createLiveFeed(store: OrderStore, restaurantId: RestaurantId, epoch: string): LiveFeed {
  const log = openLog(store, restaurantId, epoch);
  const state = openState(store, restaurantId);
  const pumps = new Set<Pump>();

  return {
    epoch,
    head: log.head,
    attach: (lastEventId, batch) => attach(log, state, lastEventId, batch),
    follow: (sink, { start }) => {
      const pump = createPump(log, sink, start);
      pumps.add(pump);
      return pump;
    },
    leave: (pump) => {
      pumps.delete(pump);
    },
    committed: (events) => {
      for (const event of events) state.take(event);
      log.append(events.map(({ seq, record }) => ({ seq, body: record.body })));
      for (const pump of pumps) pump.run();
    },
  };
}

function openLog(store: OrderStore, restaurantId: RestaurantId, epoch: string): LiveLog {
  const eventsAfter = (seq: number, limit: number) => store.eventsAfter(restaurantId, seq, limit);
  return createLiveLog({ epoch, head: store.head(restaurantId), eventsAfter });
}

function openState(store: OrderStore, restaurantId: RestaurantId): OpenState {
  const orders = store.openOrders(restaurantId).map((order) => [order.id, JSON.stringify(toWireOrder(order))] as const);
  const products = store.products(restaurantId).map((item) => [item.id, JSON.stringify(toWireProduct(item))] as const);
  return createOpenState(new Map<string, string>(orders), new Map<string, string>(products));
}

function attach(log: LiveLog, state: OpenState, lastEventId: string | undefined, batch: boolean): Attachment {
  const cursor = parseCursor(lastEventId);
  const head = log.head();
  if (cursor?.epoch === log.epoch && cursor.seq <= head && head - cursor.seq <= mostReplayed) {
    return { mode: 'replay', start: { cursor: cursor.seq, prelude: [], batch } };
  }
  return { mode: 'snapshot', start: { cursor: head, prelude: state.parts(), batch } };
}
