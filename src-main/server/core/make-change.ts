import { timeLines } from '#shared/domain/coming-lines.ts';
import { lineId, type OrderId, orderId } from '#shared/domain/id.ts';
import type { LineContent } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { ItemPatchIn, ItemsIn, SplitIn } from '#shared/protocol/order-requests.ts';
import type { Caller, OrderStore } from '../ports.ts';
import { halfId } from './id-source.ts';
import { makeLines, refuseItems } from './make-lines.ts';
import { makeModifiers } from './make-modifiers.ts';
import { emptyOrder, type OrderMaking, takingOf } from './make-order.ts';
import type { Made } from './submission.ts';

const noSuchOrder: Made = { refused: { code: 'order_not_found', detail: 'There is no such order.' } };

/** `making.id` is the order's; `seed` makes the same line ids of the same command at every terminal ([ID1]). */
export function makeAddition(
  store: OrderStore,
  making: OrderMaking,
  input: ItemsIn,
  seed: string,
  nowMs: number,
): Made {
  const { restaurant, ids, id } = making;
  const order = store.order(restaurant.id, id);
  if (!order) return noSuchOrder;
  const addition = 1 + Math.max(0, ...order.lines.map((line) => line.addition));
  const idOf = (index: number) => lineId(ids.derived(id, seed, String(index)));
  const made = makeLines(store, { ...making, items: input.items, addition, idOf }, nowMs);
  if ('refused' in made) return made;
  const lines = timeLines(made, order, nowMs, store.settings(restaurant.id));
  return { command: { kind: 'order.add-lines', restaurantId: restaurant.id, orderId: id, lines, ...takingOf(input) } };
}

/** The order that splits off has the table and the guests that are named, else those of the old one. */
export function makeSplit(
  store: OrderStore,
  making: OrderMaking,
  fromId: OrderId,
  input: SplitIn,
  nowMs: number,
): Made {
  const { restaurant, ids, id } = making;
  const from = store.order(restaurant.id, fromId);
  if (!from) return noSuchOrder;
  const parts = input.items.map(({ id: part, quantity }) => ({
    lineId: lineId(part),
    quantity: quantity ?? from.lines.find((line) => line.id === part)?.quantity ?? 1,
    newLineId: halfId(ids, id, part),
  }));
  const draft: Order = {
    ...emptyOrder(store, making, from.promisedAtMs, nowMs),
    ...inherited(from),
    tableNumber: input.table_number === undefined ? from.tableNumber : input.table_number,
    covers: input.covers ?? null,
    // The food is as old as it is, whoever sits before it now.
    createdAtMs: from.createdAtMs,
  };
  return { command: { kind: 'order.split', restaurantId: restaurant.id, orderId: fromId, parts, draft } };
}

const inherited = (from: Order) => ({
  type: from.type,
  customerName: from.customerName,
  customerPhone: from.customerPhone,
  notes: from.notes,
  priority: from.priority,
  estimatedMinutes: from.estimatedMinutes,
  paymentStatus: from.paymentStatus,
  paymentMethod: from.paymentMethod,
  currency: from.currency,
  source: from.source,
  serverName: from.serverName,
  ...(from.delivery === undefined ? {} : { delivery: from.delivery }),
  ...(from.serverId === undefined ? {} : { serverId: from.serverId }),
});

/** New content of one line; a waiter's modifiers are the menu's ([MEN6]). */
export function makeLineChange(
  asking: { readonly caller: Caller; readonly currency: string; readonly product: Product | undefined },
  at: { readonly orderId: string; readonly lineId: string },
  input: ItemPatchIn,
): Made {
  const errors: FieldError[] = [];
  const { modifiers } = input;
  const { caller } = asking;
  const change: Partial<LineContent> = {
    ...(input.quantity === undefined ? {} : { quantity: input.quantity }),
    ...(modifiers === undefined
      ? {}
      : { modifiers: makeModifiers(modifiers, { ...asking, path: 'modifiers', errors }) }),
    ...(input.notes === undefined ? {} : { notes: input.notes }),
    ...(input.seat === undefined ? {} : { seat: input.seat }),
    ...(input.course === undefined ? {} : { course: input.course }),
    ...(input.allergens === undefined ? {} : { allergens: input.allergens ?? [] }),
  };
  if (errors.length > 0) return refuseItems(errors);
  const target = { restaurantId: caller.restaurantId, orderId: orderId(at.orderId), lineId: lineId(at.lineId) };
  return { command: { kind: 'line.change', ...target, change } };
}
