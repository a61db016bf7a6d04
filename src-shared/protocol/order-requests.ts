import { z } from 'zod';
import { lineStatuses } from '../domain/line.ts';
import { largestPrice } from '../domain/money.ts';
import { orderStatuses, orderTypes, paymentStatuses, priorities } from '../domain/order.ts';
import { mostLines } from '../domain/order-size.ts';
import { seen } from './seen.ts';
import { commandMarks, moment, slug, text, uuid, word, words } from './text.ts';

/** Decimal amount on the wire; whether the currency has that many decimals is asked when the order is made. */
export const price = z.number().min(0).max(largestPrice);

/** `"Extra cheese"` or `{name, price}`. */
const modifierIn = z.union([words(200), z.strictObject({ name: words(200), price: price.default(0) })]);

/** A dish of the menu (`menu_item_id`), or one that the menu does not have (`name` and `unit_price`). */
export const itemIn = z
  .strictObject({
    menu_item_id: uuid.nullish(),
    name: words(200).nullish(),
    unit_price: price.nullish(),
    quantity: z.int().min(1).max(999).default(1),
    modifiers: z.array(modifierIn).max(50).default([]),
    notes: text(1000).nullish(),
    seat: z.int().min(1).max(999).nullish(),
    course: z.int().min(1).max(20).nullish(),
    allergens: z.array(words(60)).max(30).nullish(),
  })
  .superRefine((item, context) => {
    if (item.menu_item_id || (item.name && typeof item.unit_price === 'number')) return;
    context.addIssue({ code: 'custom', message: 'needs menu_item_id, or name and unit_price', path: ['menu_item_id'] });
  });

/** Tables are called by number or by name; both are kept as text. */
const tableNumber = z.union([words(40), z.int().min(0).max(99_999).transform(String)]);

const items = z.array(itemIn).min(1, 'an order needs at least one item').max(mostLines, `at most ${mostLines} items`);

/** `POST /orders`; `self_order`: what guests have asked for that these dishes are ([SLF2]). */
export const orderIn = z.strictObject({
  type: word(orderTypes),
  table_number: tableNumber.nullish(),
  covers: z.int().min(1).max(999).nullish(),
  customer_name: text(200).nullish(),
  customer_phone: text(40).nullish(),
  notes: text(2000).nullish(),
  priority: word(priorities).nullish(),
  promised_at: moment.nullish(),
  payment_method: text(40).nullish(),
  restaurant_id: words(64).nullish(),
  self_order: uuid.nullish(),
  ...commandMarks,
  items,
});

/** What becomes of an order on its way; told by times of their own, not by its status ([SHP1]). */
const deliveryStatuses = ['shipped', 'delivered'] as const;

/** `PATCH /orders/{id}/status` */
export const orderStatusIn = z
  .strictObject({
    status: word([...orderStatuses, ...deliveryStatuses]),
    reason: text(500).nullish(),
    seen,
    ...commandMarks,
  })
  .superRefine(({ status, seen }, context) => {
    if (!seen || deliveryStatuses.some((one) => one === status)) return;
    context.addIssue({ code: 'custom', message: 'goes with shipped and delivered only', path: ['seen'] });
  });

/** `POST /orders/{id}/items` */
export const itemsIn = z.strictObject({ items, self_order: uuid.nullish(), ...commandMarks });

/** What of an item may be changed after it was sent; what is not named stays. */
const itemChangeShape = {
  quantity: z.int().min(1).max(999).optional(),
  modifiers: z.array(modifierIn).max(50).optional(),
  notes: text(1000).nullable().optional(),
  seat: z.int().min(1).max(999).nullable().optional(),
  course: z.int().min(1).max(20).nullable().optional(),
  allergens: z.array(words(60)).max(30).nullable().optional(),
};

/** `PATCH /orders/{id}/items/{item_id}`: a status, or new content. */
export const itemPatchIn = z
  .strictObject({
    status: word(lineStatuses).optional(),
    station: slug.nullish(),
    reason: text(500).nullish(),
    seen,
    ...itemChangeShape,
    ...commandMarks,
  })
  .superRefine((patch, context) => {
    const names = Object.keys(itemChangeShape).filter((name) => name in patch);
    if ((patch.status === undefined) !== (names.length === 0)) return;
    context.addIssue({ code: 'custom', message: 'needs a status or new content, not both', path: ['status'] });
  });

const tableName = tableNumber.nullable();

/** `POST /orders/{id}/transfer` */
export const transferIn = z.strictObject({ table_number: tableName, ...commandMarks });

/** `POST /orders/{id}/split`: an item without quantity goes whole. */
export const splitIn = z.strictObject({
  items: z
    .array(z.strictObject({ id: uuid, quantity: z.int().min(1).max(999).optional() }))
    .min(1)
    .max(400),
  table_number: tableName.optional(),
  covers: z.int().min(1).max(999).nullish(),
  ...commandMarks,
});

/** `POST /orders/{id}/merge`: this order takes all that the other has. */
export const mergeIn = z.strictObject({ from: uuid, ...commandMarks });

/** `POST /orders/{id}/cancel`; the body may be left out. */
export const cancelIn = z.strictObject({ reason: text(500).nullish(), ...commandMarks }).nullish();

/** `PATCH /orders/{id}/payment` */
export const paymentIn = z.strictObject({
  payment_status: word(paymentStatuses),
  payment_method: text(40).nullable().optional(),
  ...commandMarks,
});

export type OrderIn = z.output<typeof orderIn>;
export type ItemIn = z.output<typeof itemIn>;
export type ItemsIn = z.output<typeof itemsIn>;
export type ItemPatchIn = z.output<typeof itemPatchIn>;
export type SplitIn = z.output<typeof splitIn>;
