import { accept, type Decision } from './decision.ts';
import type { DomainEvent, OrderEvent, OrderEventType } from './event.ts';
import { type Line, lineStatus } from './line.ts';
import { type Order, type OrderStatus, orderStatus } from './order.ts';

type Data = OrderEvent['data'];

/** One event per command; a changed derived status names the event ([EVT2]). */
export function changed(
  order: Order,
  change: Partial<Order>,
  nowMs: number,
  type: OrderEventType = 'order_updated',
  data: Data = {},
): Decision {
  return accept(changeOf(order, change, nowMs, type, data));
}

/** The same, for commands that change several orders. */
export function changeOf(
  order: Order,
  change: Partial<Order>,
  nowMs: number,
  type: OrderEventType = 'order_updated',
  data: Data = {},
): DomainEvent {
  const next: Order = { ...order, ...change, version: order.version + 1, updatedAtMs: nowMs };
  const statuses = { old_status: orderStatus(order), new_status: orderStatus(next) };
  // Nobody has called off what is cooked on under another number ([GRO2]).
  const isKept = ownNames.has(type) || next.mergedInto !== null;
  const isMove = statuses.old_status !== statuses.new_status && !isKept;
  return {
    type: isMove ? typeOfMove(statuses.new_status) : type,
    order: next,
    data: { order_id: order.id, ...statuses, ...data },
    atMs: nowMs,
  };
}

/** What these do to the status is not what they are about. */
const ownNames: ReadonlySet<OrderEventType> = new Set<OrderEventType>([
  'order_recalled',
  'order_shipped',
  'order_delivered',
]);

const typeOfMove = (status: OrderStatus): OrderEventType =>
  status === 'cancelled' ? 'order_cancelled' : 'order_status_changed';

/** The lines as `change` leaves them; no event when it leaves them all as they were ([CMD2]). */
export function changedLines(
  order: Order,
  change: (line: Line) => Line,
  nowMs: number,
  more: Partial<Order> = {},
  type: OrderEventType = 'order_updated',
  data: Data = {},
): Decision {
  const lines = order.lines.map(change);
  if (lines.every((line, index) => line === order.lines[index])) return accept();
  return changed(order, { ...more, lines }, nowMs, typeFor(order, lines, type), { ...dataFor(order, lines), ...data });
}

/** What happened to a single line is told as such. */
function typeFor(order: Order, lines: readonly Line[], type: OrderEventType): OrderEventType {
  return type === 'order_updated' && movedLine(order, lines) ? 'item_status_changed' : type;
}

function dataFor(order: Order, lines: readonly Line[]): Data {
  const moved = movedLine(order, lines);
  if (!moved) return {};
  const [before, after] = moved;
  return { item_id: before.id, old_item_status: lineStatus(before), new_item_status: lineStatus(after) };
}

function movedLine(order: Order, lines: readonly Line[]): readonly [Line, Line] | undefined {
  const changes = order.lines.flatMap((before, index) => {
    const after = lines[index];
    return after && after !== before ? [[before, after] as const] : [];
  });
  const [first] = changes;
  return changes.length === 1 && first && lineStatus(first[0]) !== lineStatus(first[1]) ? first : undefined;
}
