import { orderId, restaurantId, stationId } from '../domain/id.ts';
import { fromMinor } from '../domain/money.ts';
import {
  type BeforeMerge,
  type Delivery,
  type Order,
  type OrderSource,
  type OrderStatus,
  type OrderType,
  orderStatus,
  orderTotal,
  type PaymentStatus,
  type Priority,
  type Recall,
} from '../domain/order.ts';
import { fromWireItem, toWireItem, type WireItem } from './wire-item.ts';
import { toIso, toMs } from './wire-time.ts';

/** An order as answers and events show it ([WIR1]): derived values beside the state, money as decimal numbers. */
export type WireOrder = {
  id: string;
  order_number: string;
  number: string;
  restaurant_id: string;
  business_day: string;
  type: OrderType;
  table_number: string | null;
  covers: number | null;
  customer_name: string | null;
  customer_phone: string | null;
  order_status: OrderStatus;
  payment_status: PaymentStatus;
  payment_method: string | null;
  currency: string;
  total_price: number;
  estimated_time: number | null;
  priority: Priority;
  source: OrderSource;
  server_name: string | null;
  /** Of the person who took it; never told to guests. */
  server_id?: string;
  notes: string | null;
  promised_at: string | null;
  created_at: string;
  updated_at: string;
  cancelled_at: string | null;
  cancel_reason: string | null;
  cleared_at: string | null;
  merged_into: string | null;
  /** What it said alone, when another order was put to it. */
  before_merge?: BeforeMerge;
  split_from: string | null;
  last_recall: WireRecall | null;
  /** Stations where a backup slip has come out of a printer, and when last. */
  printed?: WirePrinted[];
  /** Only of an order that is to be delivered and has left. */
  shipped_at?: string;
  delivered_at?: string | null;
  version: number;
  items: WireItem[];
};

export type WirePrinted = { station: string; at: string };

export type WireRecall = { at: string; by: string | null; station: string | null; timer_kept: boolean };

export function toWireOrder(order: Order): WireOrder {
  return {
    id: order.id,
    order_number: order.orderNumber,
    number: order.number,
    restaurant_id: order.restaurantId,
    business_day: order.businessDay,
    type: order.type,
    table_number: order.tableNumber,
    covers: order.covers,
    customer_name: order.customerName,
    customer_phone: order.customerPhone,
    order_status: orderStatus(order),
    payment_status: order.paymentStatus,
    payment_method: order.paymentMethod,
    currency: order.currency,
    total_price: fromMinor(orderTotal(order), order.currency),
    estimated_time: order.estimatedMinutes,
    priority: order.priority,
    source: order.source,
    server_name: order.serverName,
    ...(order.serverId === undefined ? {} : { server_id: order.serverId }),
    notes: order.notes,
    promised_at: toIso(order.promisedAtMs),
    created_at: toIso(order.createdAtMs),
    updated_at: toIso(order.updatedAtMs),
    cancelled_at: toIso(order.cancelledAtMs),
    cancel_reason: order.cancelReason,
    cleared_at: toIso(order.clearedAtMs),
    merged_into: order.mergedInto,
    ...(order.beforeMerge === undefined ? {} : { before_merge: { ...order.beforeMerge } }),
    split_from: order.splitFrom,
    last_recall: order.lastRecall && toWireRecall(order.lastRecall),
    ...(order.printed && { printed: order.printed.map(({ station, atMs }) => ({ station, at: toIso(atMs) })) }),
    ...(order.delivery ? toWireDelivery(order.delivery) : {}),
    version: order.version,
    items: order.lines.map((line) => toWireItem(line, order.currency)),
  };
}

const toWireDelivery = ({ shippedAtMs, deliveredAtMs }: Delivery) => ({
  shipped_at: toIso(shippedAtMs),
  delivered_at: toIso(deliveredAtMs),
});

const toWireRecall = ({ atMs, by, station, timerKept }: Recall): WireRecall => ({
  at: toIso(atMs),
  by,
  station,
  timer_kept: timerKept,
});

/** The state behind what the wire shows; `fromWireOrder(toWireOrder(order))` equals `order` ([WIR2]). */
export function fromWireOrder(wire: WireOrder): Order {
  return {
    id: orderId(wire.id),
    restaurantId: restaurantId(wire.restaurant_id),
    version: wire.version,
    number: wire.number,
    orderNumber: wire.order_number,
    businessDay: wire.business_day,
    type: wire.type,
    tableNumber: wire.table_number,
    covers: wire.covers,
    customerName: wire.customer_name,
    customerPhone: wire.customer_phone,
    notes: wire.notes,
    priority: wire.priority,
    promisedAtMs: toMs(wire.promised_at),
    estimatedMinutes: wire.estimated_time,
    paymentStatus: wire.payment_status,
    paymentMethod: wire.payment_method,
    currency: wire.currency,
    source: wire.source,
    serverName: wire.server_name,
    ...(wire.server_id === undefined ? {} : { serverId: wire.server_id }),
    createdAtMs: toMs(wire.created_at),
    updatedAtMs: toMs(wire.updated_at),
    cancelledAtMs: toMs(wire.cancelled_at),
    cancelReason: wire.cancel_reason,
    clearedAtMs: toMs(wire.cleared_at),
    mergedInto: wire.merged_into === null ? null : orderId(wire.merged_into),
    ...(wire.before_merge === undefined ? {} : { beforeMerge: { ...wire.before_merge } }),
    splitFrom: wire.split_from === null ? null : orderId(wire.split_from),
    lastRecall: wire.last_recall && fromWireRecall(wire.last_recall),
    ...(wire.printed && {
      printed: wire.printed.map(({ station, at }) => ({ station: stationId(station), atMs: toMs(at) })),
    }),
    ...(wire.shipped_at === undefined
      ? {}
      : { delivery: { shippedAtMs: toMs(wire.shipped_at), deliveredAtMs: toMs(wire.delivered_at ?? null) } }),
    lines: wire.items.map((item) => fromWireItem(item, wire.currency)),
  };
}

const fromWireRecall = ({ at, by, station, timer_kept }: WireRecall): Recall => ({
  atMs: toMs(at),
  by,
  station: station === null ? null : stationId(station),
  timerKept: timer_kept,
});
