import type {
  CancelOrder,
  Command,
  CreateProduct,
  PlaceOrder,
  SetLineStatus,
  SetOrderStatus,
  SetPayment,
  VoidLine,
} from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { OrderEventType } from './event.ts';
import { advanceLine, type Line, lineStatus, rankOf } from './line.ts';
import { type Order, type OrderStatus, orderStatus } from './order.ts';

/**
 * The kitchen's rules: what a command does to what is known. Pure: the server runs it with authority inside its
 * transaction, a screen with hope while the answer is under way.
 */
export function decide(view: KitchenView, command: Command, nowMs: number): Decision {
  switch (command.kind) {
    case 'order.place':
      return place(view, command);
    case 'product.create':
      return createProduct(view, command);
    default:
      return onOrder(view, command, nowMs);
  }
}

type OrderCommand = Exclude<Command, PlaceOrder | CreateProduct>;

function onOrder(view: KitchenView, command: OrderCommand, nowMs: number): Decision {
  const order = view.order(command.orderId);
  if (!order) return refuse('order_not_found', 'There is no such order.');
  if (command.ifVersion !== undefined && command.ifVersion !== order.version) {
    return refuse('version_mismatch', `The order is at version ${order.version}, not ${command.ifVersion}.`);
  }
  switch (command.kind) {
    case 'order.set-status':
      return setOrderStatus(order, command, nowMs);
    case 'line.set-status':
      return setLineStatus(order, command, nowMs);
    case 'line.void':
      return voidLine(order, command, nowMs);
    case 'order.cancel':
      return cancel(order, command, nowMs);
    case 'order.set-payment':
      return setPayment(order, command, nowMs);
  }
}

function place(view: KitchenView, { draft }: PlaceOrder): Decision {
  if (view.order(draft.id)) {
    return refuse(
      'order_exists',
      'This order was taken before and its Idempotency-Key has expired; nothing was added.',
    );
  }
  const data = { order_id: draft.id, old_status: null, new_status: orderStatus(draft) };
  return accept({ type: 'order_created', order: draft, data, atMs: draft.createdAtMs });
}

function createProduct(view: KitchenView, { draft }: CreateProduct): Decision {
  if (view.product(draft.id)) return refuse('sku_taken', 'This menu item was created before.');
  if (view.productBySku(draft.sku))
    return refuse('sku_taken', `The menu already has an item with the sku ${draft.sku}.`);
  const data = { product_id: draft.id, sku: draft.sku };
  return accept({ type: 'product_created', product: draft, data, atMs: draft.createdAtMs });
}

function setOrderStatus(order: Order, { status }: SetOrderStatus, nowMs: number): Decision {
  const current = orderStatus(order);
  if (current === 'cancelled') return refuse('order_closed', 'The order is cancelled.');
  if (rankOf(status) < rankOf(current)) return refuse('status_backwards', backwards(current, status));
  const lines = order.lines.map((line) => (line.voidedAtMs === null ? advanceLine(line, status, nowMs) : line));
  if (lines.every((line, index) => line === order.lines[index])) return accept();
  return changed(order, { lines }, 'order_updated', {}, nowMs);
}

function setLineStatus(order: Order, { lineId, status }: SetLineStatus, nowMs: number): Decision {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) return refuse('item_not_found', 'The order has no such item.');
  if (order.cancelledAtMs !== null) return refuse('order_closed', 'The order is cancelled.');
  const current = lineStatus(line);
  if (current === status) return accept();
  if (current === 'voided') return refuse('item_voided', 'The item is voided.');
  if (rankOf(status) < rankOf(current)) return refuse('status_backwards', backwards(current, status));
  return changedLine(order, line, advanceLine(line, status, nowMs), nowMs);
}

function voidLine(order: Order, { lineId, reason }: VoidLine, nowMs: number): Decision {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) return refuse('item_not_found', 'The order has no such item.');
  if (order.cancelledAtMs !== null) return refuse('order_closed', 'The order is cancelled.');
  if (line.voidedAtMs !== null) return accept();
  if (lineStatus(line) === 'completed') return refuse('item_completed', 'The item has been handed over already.');
  return changedLine(order, line, { ...line, voidedAtMs: nowMs, voidReason: reason }, nowMs);
}

function cancel(order: Order, { reason }: CancelOrder, nowMs: number): Decision {
  const status = orderStatus(order);
  if (status === 'cancelled') return accept();
  if (status === 'completed') return refuse('order_closed', 'The order has been handed over already.');
  return changed(order, { cancelledAtMs: nowMs, cancelReason: reason }, 'order_cancelled', {}, nowMs);
}

function setPayment(order: Order, { status, method }: SetPayment, nowMs: number): Decision {
  const paymentMethod = method === undefined ? order.paymentMethod : method;
  if (order.paymentStatus === status && order.paymentMethod === paymentMethod) return accept();
  const data = { old_payment_status: order.paymentStatus, new_payment_status: status };
  return changed(order, { paymentStatus: status, paymentMethod }, 'payment_status_changed', data, nowMs);
}

function changedLine(order: Order, before: Line, after: Line, nowMs: number): Decision {
  const lines = order.lines.map((line) => (line.id === before.id ? after : line));
  const data = { item_id: before.id, old_item_status: lineStatus(before), new_item_status: lineStatus(after) };
  return changed(order, { lines }, 'item_status_changed', data, nowMs);
}

/** One event per command; a changed derived status names the event ([EVT2]). */
function changed(
  order: Order,
  change: Partial<Order>,
  type: OrderEventType,
  data: Record<string, string>,
  nowMs: number,
): Decision {
  const next: Order = { ...order, ...change, version: order.version + 1, updatedAtMs: nowMs };
  const statuses = { old_status: orderStatus(order), new_status: orderStatus(next) };
  return accept({
    type: statuses.old_status === statuses.new_status ? type : typeOfMove(statuses.new_status),
    order: next,
    data: { order_id: order.id, ...statuses, ...data },
    atMs: nowMs,
  });
}

const typeOfMove = (status: OrderStatus): OrderEventType =>
  status === 'cancelled' ? 'order_cancelled' : 'order_status_changed';

function backwards(current: string, wanted: string): string {
  return `It is ${current} already; only a recall brings it back to ${wanted}.`;
}
