import type { OrderId, RestaurantId, StationId } from './id.ts';
import { type Line, lineStatus, lineTotal } from './line.ts';
import type { Minor } from './money.ts';
import { slowest, type WorkStatus } from './progress.ts';

export const orderTypes = ['dine_in', 'takeaway', 'delivery'] as const;
export type OrderType = (typeof orderTypes)[number];

export const orderStatuses = ['pending', 'preparing', 'ready', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const priorities = ['normal', 'high'] as const;
export type Priority = (typeof priorities)[number];

export const paymentStatuses = ['unpaid', 'paid', 'refunded'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Who brought the order in: a person on a tablet or board, a machine (POS), a guest. */
export type OrderSource = 'staff' | 'pos' | 'guest';

/** That something was brought back, by whom and where; null at `station` for the whole order ([RCL3]). */
export type Recall = {
  readonly atMs: number;
  readonly by: string | null;
  readonly station: StationId | null;
  readonly timerKept: boolean;
};

/** A backup slip that has come out of a printer of that station, last ([PRT8]). */
export type Printed = { readonly station: StationId; readonly atMs: number };
/** Since when it is with the driver, and with the guest ([SHP1]). */
export type Delivery = { readonly shippedAtMs: number; readonly deliveredAtMs: number | null };

export type BeforeMerge = Pick<Order, 'notes' | 'covers'>;

/** One guest order with all its lines. Status and total are derived, never stored beside the lines ([ORD1]). */
export type Order = {
  readonly id: OrderId;
  readonly restaurantId: RestaurantId;
  /** +1 with every event of this order; what `If-Match` and the screens compare. */
  readonly version: number;
  /** What people say aloud, unique within the business day: `A42`. */
  readonly number: string;
  /** Unique for ever: `ORD-261121180503-A42`. */
  readonly orderNumber: string;
  /** `2026-11-21`: the day the restaurant counts the order to, which begins at its day start ([DAY1]). */
  readonly businessDay: string;
  readonly type: OrderType;
  readonly tableNumber: string | null;
  readonly covers: number | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly notes: string | null;
  readonly priority: Priority;
  readonly promisedAtMs: number | null;
  readonly estimatedMinutes: number | null;
  readonly paymentStatus: PaymentStatus;
  readonly paymentMethod: string | null;
  readonly currency: string;
  readonly source: OrderSource;
  readonly serverName: string | null;
  /** Of the person who took it, for screens of the staff alone: two may be called the same ([PUP3]). */
  readonly serverId?: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly cancelledAtMs: number | null;
  readonly cancelReason: string | null;
  /** Left over and put away by the change of day: open in nobody's eyes, and not to be counted ([CLR1]). */
  readonly clearedAtMs: number | null;
  /** Where its lines have gone ([GRO2]). */
  readonly mergedInto: OrderId | null;
  /** What it said alone, when another order was put to it; none while it says only its own. */
  readonly beforeMerge?: BeforeMerge;
  /** The order that its first lines were taken from ([GRO1]). */
  readonly splitFrom: OrderId | null;
  readonly lastRecall: Recall | null;
  /** None while nothing was printed in place of a screen. */
  readonly printed?: readonly Printed[];
  /** None while it is here, or nobody drives it anywhere. */
  readonly delivery?: Delivery;
  readonly lines: readonly Line[];
};

export const liveLines = (order: Order): readonly Line[] => order.lines.filter((line) => line.voidedAtMs === null);

/** [ORD1]: from the lines alone, but for a cancelled order; an order whose every line is voided is cancelled too. */
export function orderStatus(order: Order): OrderStatus {
  const live = liveLines(order);
  if (order.cancelledAtMs !== null || live.length === 0) return 'cancelled';
  return slowest(live.map((line) => lineStatus(line) as WorkStatus));
}

/** Neither completed nor cancelled, nor put away ([ORD2]). */
export function isOpen(order: Order): boolean {
  if (order.clearedAtMs !== null) return false;
  const status = orderStatus(order);
  return status !== 'completed' && status !== 'cancelled';
}

export const orderTotal = (order: Order): Minor => order.lines.reduce((sum, line) => sum + lineTotal(line), 0);
