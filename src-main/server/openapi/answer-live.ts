import { z } from 'zod';
import { orderEventTypes, productEventTypes } from '#shared/domain/event.ts';
import type { WireGuestEvent } from '#shared/protocol/wire-guest.ts';
import { guest } from './answer-guest.ts';
import { product, settings, stations } from './answer-kitchen.ts';
import { order, time } from './answer-order.ts';
import { selfOrder } from './answer-self-order.ts';

/** What goes over a stream, and what a poll answers. */

const place = {
  seq: z.int(),
  epoch: z.string(),
  restaurant_id: z.string(),
  timestamp: time,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
};

const orderEvent = z
  .object({ type: z.enum(orderEventTypes), ...place, order })
  .meta({ id: 'OrderEvent', description: 'Something happened to an order; `order` is all of it as it is then.' });
const productEvent = z
  .object({ type: z.enum(productEventTypes), ...place, product })
  .meta({ id: 'ProductEvent', description: 'Something happened to a dish of the menu.' });
const siteEvent = z
  .object({
    type: z.enum(['station_changed', 'settings_changed']),
    ...place,
    stations: stations.optional(),
    settings: settings.optional(),
  })
  .meta({ id: 'KitchenEvent', description: 'The kitchen was set up differently.' });

const selfOrderEvent = z
  .object({ type: z.literal('self_order_changed'), ...place, self_order: selfOrder })
  .meta({ id: 'SelfOrderEvent', description: 'Guests have asked for something, or it was answered.' });

const event = z.union([orderEvent, productEvent, siteEvent, selfOrderEvent]).meta({ id: 'Event' });

const established = z.object({
  type: z.literal('connection_established'),
  protocol: z.int(),
  restaurant_id: z.string(),
  epoch: z.string(),
  head: z.int(),
  mode: z.enum(['replay', 'snapshot']),
  server_time: time,
  heartbeat_ms: z.int(),
  message: z.string(),
});

const opened = {
  orders: z.array(order),
  products: z.array(product),
  stations: stations.optional(),
  settings: settings.optional(),
  self_orders: z.array(selfOrder).optional(),
};

const ready = z.object({
  id: z.string(),
  number: z.string().optional(),
  type: z.string().optional(),
  state: z.enum(['preparing', 'ready', 'gone']),
  since: time.optional(),
  silent: z.literal(true).optional(),
});
const readyEvent = z.object({
  type: z.literal('ready_changed'),
  seq: z.int(),
  epoch: z.string(),
  timestamp: time,
  ready: ready.nullable(),
});

/** What whoever has an order's link is told, and the order's page with it. */
const guestEvent = z.object({
  type: z.literal('guest_changed'),
  seq: z.int(),
  epoch: z.string(),
  timestamp: time,
  guest,
});
guestEvent satisfies z.ZodType<WireGuestEvent>;
const forGuest = { guest, time_zone: z.string().nullable() };

const around = [
  established,
  z.object({ type: z.literal('live'), seq: z.int(), epoch: z.string(), cursor: z.string() }),
  z.object({ type: z.literal('heartbeat'), head: z.int(), sent: z.int(), seen: z.int(), server_time: time }),
  z.object({ type: z.literal('bye'), code: z.int(), reason: z.string(), retry_ms: z.int() }),
] as const;

const snapshot = z.object({ type: z.literal('snapshot'), part: z.int(), parts: z.int(), ...opened });

/** Never stored, and not repeated to who was away. */
const teller = { user_id: z.string(), name: z.string(), role: z.string() };
const said = { restaurant_id: z.string(), timestamp: time, from: z.object(teller) };
const textOrNull = z.string().nullable();
const passing = [
  z.object({ type: z.literal('seen'), seq: z.int() }),
  z.object({
    type: z.literal('order_draft'),
    ...said,
    data: z.object({ draft_id: z.string(), table_number: textOrNull, items: z.int(), done: z.boolean() }),
  }),
  z.object({
    type: z.literal('attention'),
    ...said,
    data: z.object({ order_id: textOrNull, station: textOrNull, message: textOrNull }),
  }),
  z.object({
    type: z.literal('presence'),
    restaurant_id: z.string(),
    timestamp: time,
    data: z.object({ screens: z.array(z.object({ ...teller, screen: textOrNull, count: z.int() })) }),
  }),
] as const;

/** With `batch=1`. */
const batch = z.object({ type: z.literal('events'), from: z.int(), to: z.int(), events: z.array(event) });

/** One frame of a stream; a `type` that one does not know is left out. */
export const frame = z.union([...around, snapshot, event, batch, ...passing]).meta({ id: 'Frame' });
export const readyFrame = z
  .union([
    ...around,
    z.object({ ...snapshot.shape, ready: z.array(ready), time_zone: z.string().nullable() }),
    readyEvent,
  ])
  .meta({ id: 'ReadyFrame' });
/** With an order's link there is nothing of it but `guest`. */
export const orderFrame = z
  .union([frame, z.object({ ...snapshot.shape, ...forGuest }), guestEvent])
  .meta({ id: 'OrderFrame' });

const polled = {
  restaurant_id: z.string(),
  epoch: z.string(),
  head: z.int(),
  cursor: z.string(),
  seen: z.int(),
  server_time: time,
};
const pollOf = (events: z.ZodType, entities: z.ZodType) =>
  z.union([
    z.object({ ...polled, mode: z.literal('replay'), events: z.array(events) }),
    z.object({ ...polled, mode: z.literal('snapshot'), entities }),
  ]);
export const poll = pollOf(event, z.object(opened));
export const orderPoll = pollOf(z.never(), z.union([z.object(opened), z.object({ ...opened, ...forGuest })]));
export const readyPoll = pollOf(
  readyEvent,
  z.looseObject({ ready: z.array(ready), time_zone: z.string().nullable().optional() }),
);
