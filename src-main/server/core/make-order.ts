import { businessDay } from '#shared/domain/business-day.ts';
import { defaultStation, lineId, type OrderId, productId, type StationId } from '#shared/domain/id.ts';
import type { Line, Modifier, Progress } from '#shared/domain/line.ts';
import { type Minor, toMinor } from '#shared/domain/money.ts';
import { type Order, type OrderSource, orderTotal } from '#shared/domain/order.ts';
import { longNumber, shortNumber } from '#shared/domain/order-number.ts';
import type { Product } from '#shared/domain/product.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { ItemIn, OrderIn } from '#shared/protocol/order-requests.ts';
import { may } from '../permissions.ts';
import type { Caller, IdSource, OrderStore, Restaurant } from '../ports.ts';
import type { Made } from './submission.ts';

export type OrderMaking = {
  readonly id: OrderId;
  readonly input: OrderIn;
  readonly caller: Caller;
  readonly restaurant: Restaurant;
  /** The letter in front of this terminal's numbers. */
  readonly terminal: string;
  readonly ids: IdSource;
};

/** From what a tablet sent to the order as it will be stored: prices from the menu, ids, number, day. */
export function makeOrder(store: OrderStore, making: OrderMaking, nowMs: number): Made {
  const { input, restaurant } = making;
  const errors: FieldError[] = [];
  const lines = input.items.map((item, index) => makeLine(store, making, item, index, errors));
  if (errors.length > 0) return refuseItems(errors);
  const day = businessDay(nowMs, restaurant);
  const dayNumber = store.ordersOfDay(restaurant.id, day) + 1;
  const draft: Order = {
    id: making.id,
    restaurantId: restaurant.id,
    version: 1,
    number: shortNumber(making.terminal, dayNumber),
    orderNumber: longNumber(making.terminal, dayNumber, nowMs),
    businessDay: day,
    ...asked(input),
    estimatedMinutes: longestPreparation(store, making),
    paymentStatus: 'unpaid',
    currency: restaurant.currency,
    source: sourceOf(making.caller),
    serverName: making.caller.displayName,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    cancelledAtMs: null,
    cancelReason: null,
    lines: lines.filter((line) => line !== undefined),
  };
  // Beyond 2^53 sums would no longer be exact.
  if (!Number.isSafeInteger(orderTotal(draft)))
    return refuseItems([{ path: 'items', reason: 'the total is too large' }]);
  return { command: { kind: 'order.place', draft } };
}

function asked(input: OrderIn) {
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

function makeLine(
  store: OrderStore,
  making: OrderMaking,
  item: ItemIn,
  index: number,
  errors: FieldError[],
): Line | undefined {
  const at = `items[${index}]`;
  const product = item.menu_item_id ? store.product(making.restaurant.id, productId(item.menu_item_id)) : undefined;
  const problem = problemOf(item, product, making.caller);
  if (problem) {
    errors.push({ path: `${at}.${problem.field}`, reason: problem.reason });
    return undefined;
  }
  const toMoney = (amount: number, path: string): Minor => {
    const minor = toMinor(amount, making.restaurant.currency);
    if (minor === undefined) errors.push({ path, reason: `more decimals than ${making.restaurant.currency} has` });
    return minor ?? 0;
  };
  return {
    id: lineId(making.ids.derived(making.id, String(index))),
    productId: product?.id ?? null,
    name: item.name ?? product?.name ?? '',
    quantity: item.quantity,
    unitPrice:
      typeof item.unit_price === 'number' ? toMoney(item.unit_price, `${at}.unit_price`) : (product?.price ?? 0),
    modifiers: item.modifiers.map((modifier, place) =>
      makeModifier(modifier, `${at}.modifiers[${place}].price`, toMoney),
    ),
    notes: item.notes ?? null,
    seat: item.seat ?? null,
    course: item.course ?? null,
    allergens: item.allergens ?? [],
    progress: stationsOf(product).map(untouched),
    round: 1,
    voidedAtMs: null,
    voidReason: null,
  };
}

type ItemProblem = { readonly field: string; readonly reason: string };

function problemOf(item: ItemIn, product: Product | undefined, caller: Caller): ItemProblem | undefined {
  if (item.menu_item_id && !product) return { field: 'menu_item_id', reason: 'no such item on the menu' };
  if (product && !product.available) return { field: 'menu_item_id', reason: unavailable };
  if (may(caller.role, 'orders.price')) return undefined;
  if (typeof item.unit_price === 'number') return { field: 'unit_price', reason: 'prices come from the menu' };
  if (item.modifiers.some(hasPrice)) return { field: 'modifiers', reason: 'prices come from the menu' };
  return item.name ? { field: 'name', reason: 'names come from the menu' } : undefined;
}

const unavailable = 'cannot be ordered now (86)';

/** A dish that is out is a matter of the kitchen; everything else is a mistake in the request. */
function refuseItems(errors: readonly FieldError[]): Made {
  const outOnly = errors.every((error) => error.reason === unavailable);
  const code = outOnly ? 'item_unavailable' : 'invalid';
  return { refused: { code, detail: `${errors[0]?.path}: ${errors[0]?.reason}`, errors } };
}

type ModifierIn = ItemIn['modifiers'][number];
const hasPrice = (modifier: ModifierIn) => typeof modifier !== 'string' && modifier.price > 0;

function makeModifier(modifier: ModifierIn, path: string, toMoney: (amount: number, path: string) => Minor): Modifier {
  if (typeof modifier === 'string') return { name: modifier, price: 0 };
  return { name: modifier.name, price: toMoney(modifier.price, path) };
}

function stationsOf(product: Product | undefined): readonly StationId[] {
  return product && product.stations.length > 0 ? product.stations : [defaultStation];
}

function untouched(station: StationId): Progress {
  return { station, status: 'pending', startedAtMs: null, readyAtMs: null, completedAtMs: null };
}

function longestPreparation(store: OrderStore, { input, restaurant }: OrderMaking): number | null {
  const minutes = input.items
    .map((item) => (item.menu_item_id ? store.product(restaurant.id, productId(item.menu_item_id))?.prepMinutes : null))
    .filter((each) => typeof each === 'number');
  return minutes.length > 0 ? Math.max(...minutes) : null;
}

function sourceOf({ role }: Caller): OrderSource {
  if (role === 'service') return 'pos';
  return role === 'guest' ? 'guest' : 'staff';
}
