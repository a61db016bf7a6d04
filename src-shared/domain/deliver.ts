import { barredBy } from './acknowledge.ts';
import { orderCancelled } from './aim.ts';
import type { DeliverOrder, ShipOrder } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { released } from './firing.ts';
import { type Delivery, liveLines, type Order, orderStatus } from './order.ts';
import { changed } from './order-change.ts';
import { handedOver } from './set-status.ts';
import { wasSeenSo, whole } from './sight.ts';

/** [SHP1] The driver has it: nothing of it is left to do in the kitchen, and it is not with the guest yet. */
export function ship(view: KitchenView, order: Order, command: ShipOrder, nowMs: number): Decision {
  return order.delivery ? accept() : onItsWay(view, order, command, { shippedAtMs: nowMs, deliveredAtMs: null }, nowMs);
}

/** [SHP1] The guest has it; whoever says so without having shipped it says both. */
export function deliver(view: KitchenView, order: Order, command: DeliverOrder, nowMs: number): Decision {
  if (order.delivery && order.delivery.deliveredAtMs !== null) return accept();
  const shippedAtMs = order.delivery?.shippedAtMs ?? nowMs;
  return onItsWay(view, order, command, { shippedAtMs, deliveredAtMs: nowMs }, nowMs);
}

function onItsWay(
  view: KitchenView,
  order: Order,
  { kind, by, seen }: ShipOrder | DeliverOrder,
  delivery: Delivery,
  nowMs: number,
): Decision {
  if (order.type !== 'delivery') return notToDeliver;
  if (orderStatus(order) === 'cancelled') return orderCancelled;
  if (!liveLines(order).every((line) => wasSeenSo(order, line, whole, seen))) return hasNews;
  const lines = order.lines.map((line) => released(line, handedOver(line, { nowMs, by })));
  const type = kind === 'order.ship' ? 'order_shipped' : 'order_delivered';
  return barredBy(view, order.lines) ?? changed(order, { lines, delivery }, nowMs, type);
}

/** [SHP3] A dish that nobody has cooked yet must not count as handed over. */
const hasNews = refuse('version_mismatch', 'Something has come to it, or is cooked again: look before it goes.');

const notToDeliver = refuse('invalid', 'Only an order that is to be delivered can be shipped.');

/** [SHP2] Cooked again, or with more to it, from wherever, it is to be driven out anew. */
export function backFromTheWay(order: Order): Order {
  if (!order.delivery) return order;
  const { delivery: _, ...rest } = order;
  return rest;
}
