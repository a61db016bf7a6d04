import { businessDay } from '#shared/domain/business-day.ts';
import { timeLines } from '#shared/domain/coming-lines.ts';
import { lineId, type OrderId, selfOrderId } from '#shared/domain/id.ts';
import { type Order, type OrderSource, orderTotal } from '#shared/domain/order.ts';
import { longNumber, shortNumber } from '#shared/domain/order-number.ts';
import type { OrderIn } from '#shared/protocol/order-requests.ts';
import type { Caller, IdSource, OrderStore, Restaurant } from '../ports.ts';
import { makeLines, refuseItems } from './make-lines.ts';
import type { Made } from './submission.ts';

export type OrderMaking = {
  readonly id: OrderId;
  readonly caller: Caller;
  readonly restaurant: Restaurant;
  /** The letter in front of this terminal's numbers. */
  readonly terminal: string;
  readonly ids: IdSource;
};

/** From what a tablet sent to the order as it will be stored: prices from the menu, ids, number, day. */
export function makeOrder(store: OrderStore, making: OrderMaking, input: OrderIn, nowMs: number): Made {
  const idOf = (index: number) => lineId(making.ids.derived(making.id, String(index)));
  const made = makeLines(store, { ...making, items: input.items, addition: 0, idOf }, nowMs);
  if ('refused' in made) return made;
  const asked = askedIn(input);
  const lines = timeLines(made, { ...asked, lines: [] }, nowMs, store.settings(making.restaurant.id));
  const minutes = made.flatMap(({ prepMinutes }) => prepMinutes ?? []);
  const draft: Order = {
    ...emptyOrder(store, making, asked.promisedAtMs, nowMs),
    ...asked,
    estimatedMinutes: minutes.length > 0 ? Math.max(...minutes) : null,
    lines,
  };
  // Beyond 2^53 sums would no longer be exact.
  if (!Number.isSafeInteger(orderTotal(draft)))
    return refuseItems([{ path: 'items', reason: 'the total is too large' }]);
  return { command: { kind: 'order.place', draft, ...takingOf(input) } };
}

/** What of a guest's becomes these dishes ([SLF2]). */
export const takingOf = ({ self_order: id }: Pick<OrderIn, 'self_order'>) => (id ? { selfOrder: selfOrderId(id) } : {});

/** A new order without anything in it: its ids, its number and its day, which is the day it is for ([DAY2]). */
export function emptyOrder(store: OrderStore, making: OrderMaking, promisedAtMs: number | null, nowMs: number): Order {
  const { restaurant, terminal, caller } = making;
  const forMs = Math.max(nowMs, promisedAtMs ?? 0);
  const day = businessDay(forMs, restaurant);
  const dayNumber = store.ordersOfDay(restaurant.id, day) + 1;
  return {
    id: making.id,
    restaurantId: restaurant.id,
    version: 1,
    number: shortNumber(terminal, dayNumber),
    orderNumber: longNumber(terminal, dayNumber, day === businessDay(nowMs, restaurant) ? nowMs : forMs),
    businessDay: day,
    type: 'dine_in',
    tableNumber: null,
    covers: null,
    customerName: null,
    customerPhone: null,
    notes: null,
    priority: 'normal',
    promisedAtMs,
    estimatedMinutes: null,
    paymentStatus: 'unpaid',
    paymentMethod: null,
    currency: restaurant.currency,
    source: sourceOf(caller),
    serverName: caller.displayName,
    ...(sourceOf(caller) === 'staff' ? { serverId: caller.userId } : {}),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    cancelledAtMs: null,
    cancelReason: null,
    clearedAtMs: null,
    mergedInto: null,
    splitFrom: null,
    lastRecall: null,
    lines: [],
  };
}

function askedIn(input: OrderIn) {
  return {
    type: input.type,
    tableNumber: input.table_number ?? null,
    covers: input.covers ?? null,
    customerName: input.customer_name ?? null,
    customerPhone: input.customer_phone ?? null,
    notes: input.notes ?? null,
    priority: input.priority ?? 'normal',
    promisedAtMs: input.promised_at ? Date.parse(input.promised_at) : null,
    paymentMethod: input.payment_method ?? null,
  } as const;
}

function sourceOf({ role }: Caller): OrderSource {
  if (role === 'service') return 'pos';
  return role === 'guest' ? 'guest' : 'staff';
}
