import type { StationId } from '#shared/domain/id.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { isCooked } from '#shared/domain/progress.ts';

/** How many orders have something left to do at a station. */
export function openAt(orders: Iterable<Order>, at: StationId): number {
  const hasWork = (order: Order) =>
    liveLines(order).some(({ progress }) => progress.some((part) => part.station === at && !isCooked(part)));
  return [...orders].filter((order) => order.cancelledAtMs === null && hasWork(order)).length;
}
