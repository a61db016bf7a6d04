import type { OrderId } from '#shared/domain/id.ts';
import type { UndoIn } from '#shared/protocol/work-requests.ts';
import { may } from '../permissions.ts';
import type { Caller, OrderStore } from '../ports.ts';
import type { Made } from './submission.ts';
import { actionsTakenBack } from './undo-access.ts';

/** What an order was before and after the command that is to be taken back, out of the log ([UND1]). */
export function makeUndo(store: OrderStore, caller: Caller, orderId: OrderId, { key, version }: UndoIn): Made {
  const { restaurantId } = caller;
  if (!store.order(restaurantId, orderId)) return noSuchOrder;
  const made = version ?? versionMadeBy(store, caller, orderId, key ?? '');
  const last = made === undefined ? undefined : store.orderEventAt(restaurantId, orderId, made);
  const before = made === undefined ? undefined : store.orderEventAt(restaurantId, orderId, made - 1)?.order;
  // A split leaves the rest of a line under its old id: what is gone from it is in another order.
  if (!before || !last || 'split_into' in last.data) return nothingToUndo;
  const after = last.order;
  if (!actionsTakenBack(before, after).every((action) => may(caller.role, action))) return notAllowed;
  return { command: { kind: 'order.undo', restaurantId, orderId, before, after } };
}

/** A key of the caller's own; what it changed in another order is not for this one. */
function versionMadeBy(store: OrderStore, caller: Caller, orderId: OrderId, key: string): number | undefined {
  const answer = store.answerTo({ restaurantId: caller.restaurantId, subject: caller.subject, key });
  if (!answer || answer.madeVersion === null) return undefined;
  const { id } = JSON.parse(answer.body) as { id?: string };
  return id === orderId ? answer.madeVersion : undefined;
}

const notAllowed: Made = { refused: { code: 'not_allowed', detail: 'This account may not take that back.' } };
const noSuchOrder: Made = { refused: { code: 'order_not_found', detail: 'There is no such order.' } };
const nothingToUndo: Made = { refused: { code: 'cannot_undo', detail: 'Nothing was done that could be taken back.' } };
