import type { Order } from './order.ts';

/**
 * What of an order is of whoever placed it: not where its dishes have gone or were taken from, and where another was put
 * to it, neither that one's dishes nor its note and guests ([ISO2]); nor by which id the house knows who took it.
 */
export function ownPart({ beforeMerge, printed: _, serverId: __, ...order }: Order): Order {
  const lines = order.lines.filter(({ mergedFrom }) => mergedFrom === undefined);
  return { ...order, ...beforeMerge, lines, mergedInto: null, splitFrom: null };
}
