import equal from 'fast-deep-equal';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Action } from '../permissions.ts';

/** What the kitchen changes by its work; whoever may undo at all may take that back. */
const workOnOrder: ReadonlySet<string> = new Set([
  'version',
  'updatedAtMs',
  'lines',
  'lastRecall',
  'clearedAtMs',
  'priority',
] satisfies (keyof Order)[]);
const workOnLine: ReadonlySet<string> = new Set([
  'progress',
  'round',
  'heldAtMs',
  'startsAtMs',
  'changedFrom',
  'voidCooked',
  'expoSeenAtMs',
] satisfies (keyof Line)[]);

const special: Readonly<Record<string, Action>> = {
  paymentStatus: 'orders.pay',
  paymentMethod: 'orders.pay',
  cancelledAtMs: 'orders.cancel',
  cancelReason: 'orders.cancel',
  voidedAtMs: 'orders.cancel',
  voidReason: 'orders.cancel',
} satisfies Partial<Record<keyof Order | keyof Line, Action>>;

/** [UND1] [PER1] What somebody must be allowed to do who takes back what led from `before` to `after`. */
export function actionsTakenBack(before: Order, after: Order): readonly Action[] {
  const fields = differing(before, after, workOnOrder);
  for (const line of before.lines) {
    const next = after.lines.find(({ id }) => id === line.id);
    if (next) fields.push(...differing(line, next, workOnLine));
  }
  return [...new Set(fields.map((field) => special[field] ?? 'orders.change'))];
}

function differing<Value extends object>(before: Value, after: Value, except: ReadonlySet<string>): string[] {
  const fields = Object.keys(before) as (keyof Value & string)[];
  return fields.filter((field) => !except.has(field) && !equal(before[field], after[field]));
}
