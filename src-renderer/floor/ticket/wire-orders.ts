import type { Order } from '#shared/domain/order.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { isOrder } from '../../outbox/order-guard.ts';

/** `undefined` for what is no order, or not one that this page understands. */
export function orderIn(body: unknown): Order | undefined {
  try {
    const order = fromWireOrder(body as WireOrder);
    return isOrder(order) ? order : undefined;
  } catch {
    return undefined;
  }
}

/** Of a page of a list, those that can be read; `undefined` for what is no list. */
export function ordersIn(body: unknown): readonly Order[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return body.items.flatMap((one) => orderIn(one) ?? []);
}
