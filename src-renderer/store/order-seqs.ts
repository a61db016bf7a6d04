import type { WireEvent } from '#shared/protocol/frames.ts';
import type { Snapshot } from '../link/frame-reader.ts';

/**
 * For each order its newest known version and the event that brought it: once that event is *seen*, so is the
 * version ([SEE1]). Of an order that came in a snapshot only the snapshot's own place is known, which is a little
 * late and never too early. Holds orders that are closed already, because it is them that people ask about.
 */
export type OrderSeqs = ReadonlyMap<string, { readonly version: number; readonly seq: number }>;

export const noSeqs: OrderSeqs = new Map();

/** An order touched longer ago than that many others is settled. */
const mostKept = 1000;

export function seqsOfSnapshot({ seq, orders }: Snapshot): OrderSeqs {
  return new Map(orders.map(({ id, version }) => [id, { version, seq }]));
}

export function seqsAfter(known: OrderSeqs, events: readonly WireEvent[]): OrderSeqs {
  const seqs = new Map(known);
  for (const event of events) {
    if (!('order' in event)) continue;
    // Moved to the end: the first are those that were touched longest ago.
    seqs.delete(event.order.id);
    seqs.set(event.order.id, { version: event.order.version, seq: event.seq });
  }
  for (const id of seqs.keys()) {
    if (seqs.size <= mostKept) break;
    seqs.delete(id);
  }
  return seqs;
}
