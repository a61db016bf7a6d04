import type { OrderId } from '#shared/domain/id.ts';
import { type Cursor, parseCursor } from '#shared/protocol/cursor.ts';
import type { LiveLog } from './live-log.ts';

/** What a stream carries. */
export type Followed =
  | { readonly kind: 'everything' }
  /** Numbers and states for guests, in the place of everything ([RDY1]). */
  | { readonly kind: 'ready' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'order'; readonly orderId: OrderId; readonly view: OrderView }
  /** Orders that one user or device placed. */
  | { readonly kind: 'orders-of'; readonly subject: string; readonly view: Exclude<OrderView, 'link'> };

/**
 * What of an order its reader may know: all of it; what whoever placed it may know, who is to know of no others ([ISO2]);
 * or no more than whoever has its link ([GST1]).
 */
export type OrderView = 'whole' | 'own' | 'link';

/** A reader further behind than this gets a snapshot: it is smaller ([ATT2]). */
const mostReplayed = 500;

/** The place that a replay goes on from; `undefined` when the reader needs a snapshot ([ATT2]). */
export function replayFrom(log: Pick<LiveLog, 'epoch' | 'head'>, lastEventId: string | undefined): Cursor | undefined {
  const cursor = parseCursor(lastEventId);
  if (cursor?.epoch !== log.epoch || cursor.seq > log.head()) return undefined;
  return log.head() - cursor.seq <= mostReplayed ? cursor : undefined;
}
