import { z } from 'zod';
import { lineStatuses } from '#shared/domain/line.ts';
import { orderStatuses, orderTypes, paymentStatuses, priorities } from '#shared/domain/order.ts';
import { routeReasons, workStatuses } from '#shared/domain/progress.ts';
import type { WireItem, WireProgress } from '#shared/protocol/wire-item.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';

/** Orders as answers and events show them; the compiler holds each to the type that they are written by. */

export const time = z.iso.datetime();
export const timeOrNull = time.nullable();
const textOrNull = z.string().nullable();
const id = z.uuid();

const content = {
  quantity: z.int(),
  modifiers: z.array(z.object({ name: z.string(), price: z.number() })),
  notes: textOrNull,
  seat: z.int().nullable(),
  course: z.int().nullable(),
  allergens: z.array(z.string()),
};

const share = z
  .object({
    station: z.string(),
    status: z.enum(workStatuses),
    started_at: timeOrNull,
    ready_at: timeOrNull,
    completed_at: timeOrNull,
    since: timeOrNull,
    after: z.array(z.string()),
    routed_by: z.enum(routeReasons),
    acknowledged_at: timeOrNull,
    done_by: textOrNull,
    done_by_age: z.boolean(),
    turn: z.int(),
  })
  .meta({ id: 'Share', description: 'What one station has to do with an item, and how far it is.' });
share satisfies z.ZodType<WireProgress>;

const item = z
  .object({
    id,
    menu_item_id: id.nullable(),
    name: z.string(),
    category: textOrNull,
    unit_price: z.number(),
    prep_minutes: z.int().nullable(),
    ...content,
    stations: z.array(z.string()),
    status: z.enum(lineStatuses),
    round: z.int(),
    addition: z.int(),
    added_at: time,
    held_at: timeOrNull,
    starts_at: timeOrNull,
    fired_at: timeOrNull,
    changed_from: z.object(content).nullable(),
    changed_at: timeOrNull,
    voided_at: timeOrNull,
    void_reason: textOrNull,
    void_cooked: z.boolean().nullable(),
    expo_seen_at: timeOrNull,
    merged_from: z.exactOptional(id),
    quiet: z.object({ stations: z.array(z.string()), change: z.boolean(), voiding: z.boolean() }).nullable(),
    progress: z.array(share),
  })
  .meta({ id: 'OrderItem', description: 'One dish of an order. A voided one stays, and leaves the total.' });
item satisfies z.ZodType<WireItem>;

const recall = z.object({ at: time, by: textOrNull, station: textOrNull, timer_kept: z.boolean() });

const orderShape = {
  id,
  order_number: z.string(),
  number: z.string(),
  restaurant_id: z.string(),
  business_day: z.iso.date(),
  type: z.enum(orderTypes),
  table_number: textOrNull,
  covers: z.int().nullable(),
  customer_name: textOrNull,
  customer_phone: textOrNull,
  order_status: z.enum(orderStatuses),
  payment_status: z.enum(paymentStatuses),
  payment_method: textOrNull,
  currency: z.string(),
  total_price: z.number(),
  estimated_time: z.number().nullable(),
  priority: z.enum(priorities),
  source: z.enum(['staff', 'pos', 'guest']),
  server_name: textOrNull,
  server_id: z.exactOptional(z.string()),
  notes: textOrNull,
  promised_at: timeOrNull,
  created_at: time,
  updated_at: time,
  cancelled_at: timeOrNull,
  cancel_reason: textOrNull,
  cleared_at: timeOrNull,
  merged_into: id.nullable(),
  before_merge: z.exactOptional(z.object({ notes: textOrNull, covers: z.int().nullable() })),
  split_from: id.nullable(),
  last_recall: recall.nullable(),
  printed: z.exactOptional(z.array(z.object({ station: z.string(), at: time }))),
  shipped_at: z.exactOptional(time),
  delivered_at: z.exactOptional(timeOrNull),
  version: z.int(),
  items: z.array(item),
};

export const order = z.object(orderShape).meta({
  id: 'Order',
  description: 'An order with all its items. Its status and total are made of the items alone.',
});
order satisfies z.ZodType<WireOrder>;

/** What was bumped also says by whom. */
export const bumpedOrder = z.object({ ...orderShape, bumped_by: textOrNull }).meta({ id: 'BumpedOrder' });

/** A page of a list; `next_cursor` is null on the last one. */
export const pageOf = (entry: z.ZodType) => z.object({ items: z.array(entry), next_cursor: textOrNull });
