import type { OrderId } from '#shared/domain/id.ts';
import { type Cursor, parseCursor } from '#shared/protocol/cursor.ts';
import type { LiveLog } from './live-log.ts';

/** What a stream carries. */
export type Followed =
  | { readonly kind: 'everything' }
  /** Numbers and states for guests, in the place of everything ([RDY1]). */
  | { readonly kind: 'ready' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'order'; readonly orderId: OrderId; readonly forGuest: boolean }
  /** Orders that one user or device placed. `forGuest`: told as to somebody who may know of no others ([ISO2]). */
  | { readonly kind: 'orders-of'; readonly subject: string; readonly forGuest: boolean };

/** A reader further behind than this gets a snapshot: it is smaller ([ATT2]). */
const mostReplayed = 500;

/** The place that a replay goes on from; `undefined` when the reader needs a snapshot ([ATT2]). */
export function replayFrom(log: Pick<LiveLog, 'epoch' | 'head'>, lastEventId: string | undefined): Cursor | undefined {
  const cursor = parseCursor(lastEventId);
  if (cursor?.epoch !== log.epoch || cursor.seq > log.head()) return undefined;
  return log.head() - cursor.seq <= mostReplayed ? cursor : undefined;
}
