import { orderStatus } from '#shared/domain/order.ts';
import { ownPart } from '#shared/domain/own-part.ts';
import type { WireOrderEvent } from '#shared/protocol/frames.ts';
import { fromWireOrder, toWireOrder } from '#shared/protocol/wire-order.ts';

type Data = WireOrderEvent['data'];

/** The body of an order's event as whoever placed it is told: their part of the order, and what happened to that ([ISO2]). */
export function guestBody(body: string): string {
  const { order, data, ...event } = JSON.parse(body) as Pick<WireOrderEvent, 'order' | 'data'>;
  const whole = fromWireOrder(order);
  const own = ownPart(whole);
  const statuses =
    own.lines.length === whole.lines.length
      ? pick(data, ['old_status', 'new_status'])
      : { old_status: null, new_status: orderStatus(own) };
  const ofItem = own.lines.some(({ id }) => id === data.item_id)
    ? pick(data, ['item_id', 'old_item_status', 'new_item_status'])
    : {};
  return JSON.stringify({
    ...event,
    order: toWireOrder(own),
    data: {
      ...pick(data, ['order_id', 'silent']),
      ...statuses,
      ...ofItem,
      // That their dishes are on another's bill is theirs to know; whose it is, is not.
      ...(whole.mergedInto === null ? {} : { merged: true }),
    },
  });
}

const pick = (data: Data, names: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)));
