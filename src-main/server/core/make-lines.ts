import { type LineId, productId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Product } from '#shared/domain/product.ts';
import { routeOf } from '#shared/domain/routing.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { ItemIn } from '#shared/protocol/order-requests.ts';
import { may } from '../permissions.ts';
import type { Caller, OrderStore, Restaurant } from '../ports.ts';
import { makeModifiers, moneyReader } from './make-modifiers.ts';
import { type Made, refusedFields } from './submission.ts';

export type LineMaking = {
  readonly items: readonly ItemIn[];
  readonly caller: Caller;
  readonly restaurant: Restaurant;
  /** 0 for the order itself, then one more for each addition. */
  readonly addition: number;
  idOf(index: number): LineId;
};

/** From what a tablet sent to lines as they will be stored: names and prices from the menu, stations from the routing. */
export function makeLines(
  store: OrderStore,
  making: LineMaking,
  nowMs: number,
): Line[] | Extract<Made, { refused: unknown }> {
  const errors: FieldError[] = [];
  const stations = store.stations(making.restaurant.id);
  const { currency } = making.restaurant;
  const asking = { caller: making.caller, currency, errors };
  const toMoney = moneyReader(currency, errors);
  const lines = making.items.map((item, index): Line | undefined => {
    const product = item.menu_item_id ? onMenu(store, making.restaurant, item.menu_item_id) : undefined;
    const at = `items[${index}]`;
    const problem = problemOf(item, product, making.caller);
    if (problem) {
      errors.push({ path: `${at}.${problem.field}`, reason: problem.reason });
      return undefined;
    }
    const name = item.name ?? product?.name ?? '';
    const dish = {
      name,
      sku: product?.sku ?? null,
      category: product?.category ?? null,
      stations: product?.stations ?? [],
    };
    return {
      ...untouchedLine,
      id: making.idOf(index),
      productId: product?.id ?? null,
      name,
      category: dish.category,
      quantity: item.quantity,
      unitPrice:
        typeof item.unit_price === 'number' ? toMoney(item.unit_price, `${at}.unit_price`) : (product?.price ?? 0),
      prepMinutes: product?.prepMinutes ?? null,
      modifiers: makeModifiers(item.modifiers, { ...asking, product, path: `${at}.modifiers` }),
      notes: item.notes ?? null,
      seat: item.seat ?? null,
      course: item.course ?? null,
      allergens: item.allergens ?? [],
      progress: routeOf(dish, stations),
      addition: making.addition,
      addedAtMs: nowMs,
    };
  });
  return errors.length > 0 ? refuseItems(errors) : lines.filter((line) => line !== undefined);
}

/** What was removed is on the menu no more ([MEN9]). */
function onMenu(store: OrderStore, { id }: Restaurant, itemId: string): Product | undefined {
  const product = store.product(id, productId(itemId));
  return product?.removedAtMs === null ? product : undefined;
}

const untouchedLine = {
  round: 1,
  heldAtMs: null,
  startsAtMs: null,
  firedAtMs: null,
  changedFrom: null,
  changedAtMs: null,
  voidedAtMs: null,
  voidReason: null,
  voidCooked: null,
  expoSeenAtMs: null,
  quiet: null,
} as const;

type ItemProblem = { readonly field: string; readonly reason: string };

function problemOf(item: ItemIn, product: Product | undefined, caller: Caller): ItemProblem | undefined {
  if (item.menu_item_id && !product) return { field: 'menu_item_id', reason: 'no such item on the menu' };
  if (product && !product.available) return { field: 'menu_item_id', reason: unavailable };
  if (may(caller.role, 'orders.price')) return undefined;
  if (typeof item.unit_price === 'number') return { field: 'unit_price', reason: 'prices come from the menu' };
  return item.name ? { field: 'name', reason: 'names come from the menu' } : undefined;
}

const unavailable = 'cannot be ordered now (86)';

/** A dish that is out is a matter of the kitchen; everything else is a mistake in the request. */
export function refuseItems(errors: readonly FieldError[]): Extract<Made, { refused: unknown }> {
  const outOnly = errors.every((error) => error.reason === unavailable);
  const { refused } = refusedFields(errors);
  return outOnly ? { refused: { ...refused, code: 'item_unavailable' } } : { refused };
}
