import { type Decision, refuse } from './decision.ts';
import { type Order, orderTotal } from './order.ts';

/**
 * Each change of an order stores and sends all of it: an order has so many lines at most, voided ones included,
 * however they came into it ([SIZ1]).
 */
export const mostLines = 200;

/** The refusal when that is too much for one order. */
export function tooLarge(order: Order): Decision | undefined {
  if (order.lines.length > mostLines)
    return refuse('order_too_large', `An order can have ${mostLines} items, voided ones included.`);
  return inexactTotal(order);
}

/** Beyond 2^53 sums would no longer be exact ([MON1]). */
export function inexactTotal(order: Order): Decision | undefined {
  if (Number.isSafeInteger(orderTotal(order))) return undefined;
  return refuse('order_too_large', 'The total would be too large.');
}
