import { lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order, orderStatus } from '#shared/domain/order.ts';

/** How far an order that is to be delivered has come ([SHP1]); null for one that was called off. */
export type DeliveryStep = 'kitchen' | 'ready' | 'shipped' | 'delivered';

export function deliveryStep(order: Order): DeliveryStep | null {
  const status = orderStatus(order);
  if (order.type !== 'delivery' || status === 'cancelled' || order.clearedAtMs !== null) return null;
  const isCooked = liveLines(order).every((line) => ['ready', 'completed'].includes(lineStatus(line)));
  if (!isCooked) return 'kitchen';
  if (!order.delivery) return 'ready';
  return order.delivery.deliveredAtMs === null ? 'shipped' : 'delivered';
}

/** What waits for a driver first, then what is cooked, then what is out; each by when its guest expects it. */
export function inTurn(orders: readonly Order[]): readonly Order[] {
  const turns: readonly (DeliveryStep | null)[] = ['ready', 'kitchen', 'shipped'];
  const turn = (order: Order) => turns.indexOf(deliveryStep(order));
  const dueMs = ({ promisedAtMs, createdAtMs }: Order) => promisedAtMs ?? createdAtMs;
  return orders.filter((order) => turn(order) >= 0).sort((a, b) => turn(a) - turn(b) || dueMs(a) - dueMs(b));
}

/** Expected before now, and not with its guest. */
export const isOverPromise = ({ promisedAtMs, delivery }: Order, nowMs: number): boolean =>
  promisedAtMs !== null && !delivery?.deliveredAtMs && nowMs >= promisedAtMs;
