/**
 * Which orders have been closed since the start, and by which version of theirs. Answers whether a stream of one order
 * is over for a reader who was up to some version ([SSE2]), without asking the log.
 */
export interface ClosedOrders {
  add(orderId: string, version: number): void;
  /** `undefined` for one that was closed before, or too long ago. */
  closedAt(orderId: string): number | undefined;
}

/** A busy week; what is older is answered by a snapshot, which costs little and is never wrong. */
const mostKept = 20_000;

export function createClosedOrders(): ClosedOrders {
  const closed = new Map<string, number>();

  return {
    add: (orderId, version) => {
      // Closed again after a recall, it is among the newest again.
      closed.delete(orderId);
      closed.set(orderId, version);
      const oldest = closed.keys().next().value;
      if (closed.size > mostKept && oldest !== undefined) closed.delete(oldest);
    },
    closedAt: (orderId) => closed.get(orderId),
  };
}
