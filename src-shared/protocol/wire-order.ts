import { lineId, orderId, productId, restaurantId, stationId } from '../domain/id.ts';
import { type Line, type LineStatus, lineStatus, type Progress, type WorkStatus } from '../domain/line.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import {
  type Order,
  type OrderSource,
  type OrderStatus,
  type OrderType,
  orderStatus,
  orderTotal,
  type PaymentStatus,
  type Priority,
} from '../domain/order.ts';
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
  notes: string | null;
  promised_at: string | null;
  created_at: string;
  updated_at: string;
  cancelled_at: string | null;
  cancel_reason: string | null;
  version: number;
  items: WireItem[];
};

export type WireItem = {
  id: string;
  menu_item_id: string | null;
  name: string;
  quantity: number;
  unit_price: number;
  modifiers: { name: string; price: number }[];
  notes: string | null;
  seat: number | null;
  course: number | null;
  allergens: string[];
  stations: string[];
  status: LineStatus;
  round: number;
  voided_at: string | null;
  void_reason: string | null;
  progress: WireProgress[];
};

export type WireProgress = {
  station: string;
  status: WorkStatus;
  started_at: string | null;
  ready_at: string | null;
  completed_at: string | null;
};

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
    notes: order.notes,
    promised_at: toIso(order.promisedAtMs),
    created_at: toIso(order.createdAtMs),
    updated_at: toIso(order.updatedAtMs),
    cancelled_at: toIso(order.cancelledAtMs),
    cancel_reason: order.cancelReason,
    version: order.version,
    items: order.lines.map((line) => toWireItem(line, order.currency)),
  };
}

function toWireItem(line: Line, currency: string): WireItem {
  return {
    id: line.id,
    menu_item_id: line.productId,
    name: line.name,
    quantity: line.quantity,
    unit_price: fromMinor(line.unitPrice, currency),
    modifiers: line.modifiers.map(({ name, price }) => ({ name, price: fromMinor(price, currency) })),
    notes: line.notes,
    seat: line.seat,
    course: line.course,
    allergens: [...line.allergens],
    stations: line.progress.map((part) => part.station),
    status: lineStatus(line),
    round: line.round,
    voided_at: toIso(line.voidedAtMs),
    void_reason: line.voidReason,
    progress: line.progress.map(toWireProgress),
  };
}

function toWireProgress(part: Progress): WireProgress {
  return {
    station: part.station,
    status: part.status,
    started_at: toIso(part.startedAtMs),
    ready_at: toIso(part.readyAtMs),
    completed_at: toIso(part.completedAtMs),
  };
}

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
    createdAtMs: toMs(wire.created_at),
    updatedAtMs: toMs(wire.updated_at),
    cancelledAtMs: toMs(wire.cancelled_at),
    cancelReason: wire.cancel_reason,
    lines: wire.items.map((item) => fromWireItem(item, wire.currency)),
  };
}

function fromWireItem(item: WireItem, currency: string): Line {
  return {
    id: lineId(item.id),
    productId: item.menu_item_id === null ? null : productId(item.menu_item_id),
    name: item.name,
    quantity: item.quantity,
    unitPrice: toMinor(item.unit_price, currency) ?? 0,
    modifiers: item.modifiers.map(({ name, price }) => ({ name, price: toMinor(price, currency) ?? 0 })),
    notes: item.notes,
    seat: item.seat,
    course: item.course,
    allergens: item.allergens,
    progress: item.progress.map(fromWireProgress),
    round: item.round,
    voidedAtMs: toMs(item.voided_at),
    voidReason: item.void_reason,
  };
}

function fromWireProgress(part: WireProgress): Progress {
  return {
    station: stationId(part.station),
    status: part.status,
    startedAtMs: toMs(part.started_at),
    readyAtMs: toMs(part.ready_at),
    completedAtMs: toMs(part.completed_at),
  };
}
