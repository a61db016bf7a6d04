import equal from 'fast-deep-equal';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Action } from '../permissions.ts';

/** Null for what the kitchen changes by its work; the compiler asks for every field that is new. */
type Access<Value> = Readonly<Record<keyof Value, Action | null>>;

const ofLine: Access<Line> = {
  id: 'orders.change',
  productId: 'orders.change',
  name: 'orders.change',
  category: 'orders.change',
  unitPrice: 'orders.change',
  prepMinutes: 'orders.change',
  quantity: 'orders.change',
  modifiers: 'orders.change',
  notes: 'orders.change',
  seat: 'orders.change',
  course: 'orders.change',
  allergens: 'orders.change',
  addition: 'orders.change',
  addedAtMs: 'orders.change',
  changedAtMs: 'orders.change',
  voidedAtMs: 'orders.cancel',
  voidReason: 'orders.cancel',
  mergedFrom: 'orders.change',
  progress: null,
  round: null,
  heldAtMs: null,
  startsAtMs: null,
  firedAtMs: null,
  changedFrom: null,
  voidCooked: null,
  expoSeenAtMs: null,
  quiet: null,
};

const ofOrder: Access<Order> = {
  id: 'orders.change',
  restaurantId: 'orders.change',
  number: 'orders.change',
  orderNumber: 'orders.change',
  businessDay: 'orders.change',
  type: 'orders.change',
  tableNumber: 'orders.change',
  covers: 'orders.change',
  customerName: 'orders.change',
  customerPhone: 'orders.change',
  notes: 'orders.change',
  promisedAtMs: 'orders.change',
  estimatedMinutes: 'orders.change',
  currency: 'orders.change',
  source: 'orders.change',
  serverName: 'orders.change',
  serverId: 'orders.change',
  createdAtMs: 'orders.change',
  mergedInto: 'orders.change',
  beforeMerge: 'orders.change',
  splitFrom: 'orders.change',
  paymentStatus: 'orders.pay',
  paymentMethod: 'orders.pay',
  cancelledAtMs: 'orders.cancel',
  cancelReason: 'orders.cancel',
  version: null,
  updatedAtMs: null,
  priority: null,
  clearedAtMs: null,
  lastRecall: null,
  printed: null,
  delivery: null,
  lines: null,
};

/** [UND1] [PER1] What somebody must be allowed to do who takes back what led from `before` to `after`. */
export function actionsTakenBack(before: Order, after: Order): readonly Action[] {
  const actions = asked(before, after, ofOrder);
  for (const line of before.lines) {
    const next = after.lines.find(({ id }) => id === line.id);
    if (next) actions.push(...asked(line, next, ofLine));
  }
  return [...new Set(actions)];
}

function asked<Value extends object>(before: Value, after: Value, access: Access<Value>): Action[] {
  const fields = Object.keys(access) as (keyof Value)[];
  return fields.flatMap((field) => (equal(before[field], after[field]) ? [] : (access[field] ?? [])));
}
