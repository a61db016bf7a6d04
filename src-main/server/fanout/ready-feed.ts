import { createHmac, randomBytes } from 'node:crypto';
import { guestOrder } from '#shared/domain/guest-order.ts';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { isReadyQuietly } from '#shared/domain/quiet.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { toWireReady, type WireReadyEvent } from '#shared/protocol/wire-ready.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { CommittedEvent, LoggedEvent, OrderStore } from '../ports.ts';
import { catchUp } from './catch-up.ts';
import { createFollowers } from './followers.ts';
import { attachWhole, type LiveFeed } from './live-feed.ts';
import { createLiveLog } from './live-log.ts';
import { createReadyState } from './ready-state.ts';

/**
 * The restaurant's log as guests may see it ([RDY1]): the same places, the same attach rule, the same pump, and in the
 * place of each event a number and a state, or nothing. Encoded once for all displays. What is not made here cannot
 * leave by this stream.
 */
export function createReadyFeed(store: OrderStore, restaurantId: RestaurantId, epoch: string): LiveFeed {
  const idOf = opaqueIds();
  const state = createReadyState(store.settings(restaurantId).timeZone);
  const eventsAfter = (seq: number, limit: number) =>
    store.eventsAfter(restaurantId, seq, limit).map((event) => redactedFromLog(event, idOf));
  const log = createLiveLog({ epoch, head: store.head(restaurantId), eventsAfter });
  const followers = createFollowers(log);
  for (const order of store.openOrders(restaurantId)) take(order);

  function take(order: Order): void {
    const ready = guestView(order, idOf);
    if (ready.state === 'gone') state.remove(ready.id);
    else state.show(ready);
  }

  return {
    epoch,
    head: log.head,
    // Guests show nothing to the kitchen, and are not told what the kitchen has seen.
    seen: () => 0,
    boardShows: () => undefined,
    boardHas: () => undefined,
    attach: (wish) => attachWhole(log, state, wish),
    follow: (sink, { start, liveAt }) => followers.follow(sink, start, liveAt),
    leave: followers.leave,
    catchUp: (lastEventId, mostChars) => catchUp(log, state, lastEventId, mostChars),
    onCommit: followers.onCommit,
    isOver: () => false,
    committed: (events) => {
      for (const { record } of events) if (record.entity.kind === 'order') take(record.entity.order);
      log.append(events.map((event) => redacted(event, idOf)));
      followers.wake();
    },
  };
}

type IdOf = (orderId: string) => string;

/** Nobody outside can get from these to an order, nor from those of one start to those of the next. */
function opaqueIds(): IdOf {
  const secret = randomBytes(32);
  return (orderId) => createHmac('sha256', secret).update(orderId).digest('hex').slice(0, 16);
}

function guestView(order: Order, idOf: IdOf) {
  const seen = guestOrder(order);
  const id = idOf(order.id);
  return seen ? toWireReady(id, seen, seen.state === 'ready' && isReadyQuietly(order)) : { id, state: 'gone' as const };
}

function redacted({ seq, record: { entity, atMs } }: CommittedEvent, idOf: IdOf): LoggedEvent {
  return logged(seq, toIso(atMs), entity.kind === 'order' ? entity.order : undefined, idOf);
}

/** Rare: a display that was away for longer than the memory goes back. */
function redactedFromLog({ seq, body }: LoggedEvent, idOf: IdOf): LoggedEvent {
  const { timestamp, order } = JSON.parse(body) as { timestamp: string; order?: WireOrder };
  return logged(seq, timestamp, order && fromWireOrder(order), idOf);
}

function logged(seq: number, timestamp: string, order: Order | undefined, idOf: IdOf): LoggedEvent {
  const isForGuests = order !== undefined && order.type !== 'dine_in';
  const event: Omit<WireReadyEvent, 'seq' | 'epoch'> = {
    type: 'ready_changed',
    timestamp,
    ready: isForGuests ? guestView(order, idOf) : null,
  };
  return { seq, type: event.type, entityId: '', body: JSON.stringify(event) };
}
