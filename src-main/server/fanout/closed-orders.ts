/**
 * Which orders have been closed since the start, and by which event. Answers whether a stream of one order is over
 * for a reader who was up to some event ([SSE2]), without asking the log.
 */
export interface ClosedOrders {
  add(orderId: string, seq: number): void;
  /** Whether the event that closed this closed order is surely not after `seq`. */
  closedBy(orderId: string, seq: number): boolean;
}

/** A busy week; what is older is answered by a snapshot, which costs little and is never wrong. */
const mostKept = 20_000;

export function createClosedOrders(startedAtSeq: number): ClosedOrders {
  const closed = new Map<string, number>();
  let forgottenUpTo = startedAtSeq;

  return {
    add: (orderId, seq) => {
      // Closed again after a recall, it is among the newest again.
      closed.delete(orderId);
      closed.set(orderId, seq);
      if (closed.size <= mostKept) return;
      const oldest = closed.entries().next().value;
      if (!oldest) return;
      forgottenUpTo = oldest[1];
      closed.delete(oldest[0]);
    },
    closedBy: (orderId, seq) => seq >= (closed.get(orderId) ?? forgottenUpTo),
  };
}
