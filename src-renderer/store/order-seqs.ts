import type { WireEvent } from '#shared/protocol/frames.ts';
import type { Snapshot } from '../link/frame-reader.ts';

type Seq = { readonly version: number; readonly seq: number };

/**
 * For each order its newest known version and the event that brought it: once that event is *seen*, so is the
 * version ([SEE1]). Of an order that came in a snapshot only the snapshot's own place is known, which is a little
 * late and never too early. Holds orders that are closed already, because it is them that people ask about.
 */
export type OrderSeqs = {
  /** In two parts: a new one is made at every event, and to copy all of it fifty times a second would be much of a screen's work. */
  readonly older: ReadonlyMap<string, Seq>;
  readonly recent: ReadonlyMap<string, Seq>;
};

/** An order touched longer ago than that many others is settled. */
const mostKept = 1000;
const mostRecent = 50;

const nothing: ReadonlyMap<string, Seq> = new Map();

export const noSeqs: OrderSeqs = { older: nothing, recent: nothing };

export const seqOf = ({ older, recent }: OrderSeqs, orderId: string): Seq | undefined =>
  recent.get(orderId) ?? older.get(orderId);

export function seqsOfSnapshot({ seq, orders }: Snapshot): OrderSeqs {
  return { older: new Map(orders.map(({ id, version }) => [id, { version, seq }])), recent: nothing };
}

export function seqsAfter(known: OrderSeqs, events: readonly WireEvent[]): OrderSeqs {
  const recent = new Map(known.recent);
  for (const event of events) {
    if ('order' in event) recent.set(event.order.id, { version: event.order.version, seq: event.seq });
  }
  return recent.size > mostRecent
    ? { older: gathered(known.older, recent), recent: nothing }
    : { older: known.older, recent };
}

/** The first are those that were touched longest ago. */
function gathered(older: ReadonlyMap<string, Seq>, recent: ReadonlyMap<string, Seq>): ReadonlyMap<string, Seq> {
  const all = new Map(older);
  for (const [id, seq] of recent) {
    all.delete(id);
    all.set(id, seq);
  }
  for (const id of all.keys()) {
    if (all.size <= mostKept) break;
    all.delete(id);
  }
  return all;
}
