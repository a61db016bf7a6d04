import { unseen } from './acknowledge.ts';
import { orderCancelled } from './aim.ts';
import type { CancelOrder, SetPayment, SetPriority, Transfer } from './command.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { type Order, orderStatus } from './order.ts';
import { changed } from './order-change.ts';

/** [ORD3] Every station that had it before its eyes must see that it is called off ([VOI2]). */
export function cancel(order: Order, { reason }: CancelOrder, nowMs: number): Decision {
  const status = orderStatus(order);
  if (status === 'cancelled') return accept();
  if (status === 'completed') return refuse('order_closed', 'The order has been handed over already.');
  const lines = order.lines.map((line) => (line.voidedAtMs === null ? unseen(line) : line));
  return changed(order, { lines, cancelledAtMs: nowMs, cancelReason: reason }, nowMs, 'order_cancelled');
}

export function setPayment(order: Order, { status, method }: SetPayment, nowMs: number): Decision {
  const paymentMethod = method === undefined ? order.paymentMethod : method;
  if (order.paymentStatus === status && order.paymentMethod === paymentMethod) return accept();
  const data = { old_payment_status: order.paymentStatus, new_payment_status: status };
  return changed(order, { paymentStatus: status, paymentMethod }, nowMs, 'payment_status_changed', data);
}

export function setPriority(order: Order, { priority }: SetPriority, nowMs: number): Decision {
  if (order.cancelledAtMs !== null) return orderCancelled;
  return order.priority === priority ? accept() : changed(order, { priority }, nowMs);
}

/** The food follows the guests; nothing is fired again. */
export function transfer(order: Order, { tableNumber }: Transfer, nowMs: number): Decision {
  if (order.cancelledAtMs !== null) return orderCancelled;
  const data = { old_table: order.tableNumber, new_table: tableNumber };
  return order.tableNumber === tableNumber ? accept() : changed(order, { tableNumber }, nowMs, 'order_updated', data);
}

/** [CLR1] */
export function clear(order: Order, nowMs: number): Decision {
  return order.clearedAtMs === null
    ? changed(order, { clearedAtMs: nowMs }, nowMs, 'order_updated', { cleared: true })
    : accept();
}
