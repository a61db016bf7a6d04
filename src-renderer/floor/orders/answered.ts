import { type Order, orderStatus } from '#shared/domain/order.ts';
import type { SentCommand } from '../../store/delivery.ts';

/**
 * Closed orders as they were asked for, with what the kitchen has answered to this device since: what was handed over a
 * moment ago must not be gone until the list is asked for anew, nor what was delivered come back until then.
 */
export function withAnswers(asked: readonly Order[], sent: readonly SentCommand[]): readonly Order[] {
  const newest = new Map(asked.map((order) => [order.id, order]));
  for (const { answer } of sent) {
    const { order } = answer;
    if (order && orderStatus(order) === 'completed' && order.version > (newest.get(order.id)?.version ?? 0))
      newest.set(order.id, order);
  }
  return [...newest.values()];
}
