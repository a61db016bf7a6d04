import { orderTypes } from '#shared/domain/order.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { AddItems, PlaceOrder, ScreenCommand } from '../../outbox/screen-command.ts';
import { type Cart, type CartLine, emptyCart } from './cart.ts';

/** What sends it to the kitchen. `nowMs`: what a promise is reckoned from, by the kitchen's clock. */
export function commandOf(cart: Cart, restaurantId: string, nowMs: number): PlaceOrder | AddItems {
  const items = cart.lines.map(itemOf);
  const { orderId, selfOrder } = cart;
  if (orderId !== null)
    return { kind: 'order.add-items', restaurantId, orderId, items, ...(selfOrder ? { selfOrder } : {}) };
  const taking = selfOrder ? { self_order: selfOrder } : {};
  return { kind: 'order.place', restaurantId, order: { type: cart.type, ...aboutOf(cart, nowMs), ...taking, items } };
}

function aboutOf({ type, place, covers, phone, notes, inMinutes }: Cart, nowMs: number) {
  const [name, number, note] = [place, phone, notes].map((text) => text.trim() || null);
  const guest = type === 'dine_in' ? { table_number: name, covers } : { customer_name: name, customer_phone: number };
  const promise = inMinutes === null ? {} : { promised_at: toIso(nowMs + inMinutes * 60_000) };
  return { ...guest, ...(note ? { notes: note } : {}), ...promise };
}

type Item = PlaceOrder['order']['items'][number];

const itemOf = ({ productId, quantity, modifiers, notes, seat, course, allergens }: CartLine): Item => ({
  menu_item_id: productId,
  quantity,
  modifiers: [...modifiers],
  ...(notes.trim() ? { notes: notes.trim() } : {}),
  ...(seat === null ? {} : { seat }),
  ...(course === null ? {} : { course }),
  ...(allergens.length === 0 ? {} : { allergens: [...allergens] }),
});

/** What was refused is rung in anew, as it was: whoever takes it up changes what was wrong, and sends it again ([RNG2]). */
export function cartOf(command: ScreenCommand, newId: () => string): Cart | undefined {
  if (command.kind === 'order.add-items') {
    const target = { orderId: command.orderId, type: 'dine_in', place: '' } as const;
    const lines = command.items.flatMap((item) => lineOf(item, newId));
    return { ...emptyCart(newId(), target), ...takingOf(command.selfOrder), lines };
  }
  if (command.kind !== 'order.place') return undefined;
  const { table_number, covers, customer_name, customer_phone, notes, items, self_order } = command.order;
  const type = orderTypes.find((one) => one === command.order.type) ?? 'dine_in';
  const place = String((type === 'dine_in' ? table_number : customer_name) ?? '');
  const said = { covers: covers ?? null, phone: customer_phone ?? '', notes: notes ?? '' };
  const lines = items.flatMap((item) => lineOf(item, newId));
  return { ...emptyCart(newId(), { orderId: null, type, place }), ...said, ...takingOf(self_order), lines };
}

/** It waits still, unless somebody has answered it; the page says so ([SLF2]). */
const takingOf = (selfOrder: string | null | undefined): Pick<Cart, 'selfOrder'> => (selfOrder ? { selfOrder } : {});

function lineOf(item: Item, newId: () => string): CartLine[] {
  if (!item.menu_item_id) return [];
  return [
    {
      key: newId(),
      productId: item.menu_item_id as CartLine['productId'],
      quantity: item.quantity ?? 1,
      modifiers: (item.modifiers ?? []).map((one) => (typeof one === 'string' ? one : one.name)),
      notes: item.notes ?? '',
      seat: item.seat ?? null,
      course: item.course ?? null,
      allergens: item.allergens ?? [],
    },
  ];
}
