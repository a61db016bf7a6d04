import { liveLines, type Order, type OrderType, orderStatus } from './order.ts';

/** All that guests in front of the counter may know of an order: no name, no dish, no price ([RDY1]). */
export type GuestOrder = {
  /** What is called out: `A42`. */
  readonly number: string;
  readonly type: Exclude<OrderType, 'dine_in'>;
  readonly state: 'preparing' | 'ready';
  /** Since when it is ready; of one that is being made, since when it is worked on, which may be yet to come. */
  readonly sinceMs: number;
};

/** [RDY2] Open orders that guests or drivers wait for; nothing once it is handed over, cancelled or put away. */
export function guestOrder(order: Order): GuestOrder | undefined {
  const { number, type, clearedAtMs } = order;
  const status = orderStatus(order);
  if (type === 'dine_in' || clearedAtMs !== null || status === 'completed' || status === 'cancelled') return undefined;
  if (status === 'ready') return { number, type, state: 'ready', sinceMs: readyAtMs(order) };
  return { number, type, state: 'preparing', sinceMs: beganAtMs(order) };
}

const readyAtMs = (order: Order): number =>
  Math.max(
    order.createdAtMs,
    ...liveLines(order).flatMap(({ progress }) => progress.flatMap((part) => part.readyAtMs ?? [])),
  );

/** A scheduled order is nobody's business before its time. */
const beganAtMs = (order: Order): number =>
  Math.min(...liveLines(order).map((line) => Math.max(order.createdAtMs, line.startsAtMs ?? 0)));
