import type { CloseSelfOrder, PlaceSelfOrder } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { DomainEvent } from './event.ts';
import type { OrderId, SelfOrderId } from './id.ts';
import { mostWaiting, mostWaitingAtTable, type SelfOrder } from './self-order.ts';
import { isSameTable } from './table.ts';

/** [SLF1] Only where the house takes such orders, and at a table that it has. */
export function placeSelfOrder(view: KitchenView, { draft }: PlaceSelfOrder): Decision {
  const known = view.selfOrder(draft.id);
  if (known) return isSameTable(known.table, draft.table) ? accept() : gone;
  const { selfOrdering, tables } = view.settings();
  if (!selfOrdering || !tables.some(({ name }) => isSameTable(name, draft.table))) return closed;
  const waiting = view.waitingSelfOrders();
  const here = waiting.filter(({ table }) => isSameTable(table, draft.table)).length;
  if (here >= mostWaitingAtTable || waiting.length >= mostWaiting) return tooMany;
  return accept(changed(draft, draft.placedAtMs));
}

const closed = refuse('self_ordering_closed', 'Guests cannot order by themselves here now. Please ask your waiter.');
const tooMany = refuse('self_orders_waiting', 'What was sent before is still waiting. A waiter will come.');
const gone = refuse('self_order_gone', 'This is not waiting any more.');

/** By its guest, by a waiter who cannot take it, or by the clock ([SLF3]). Once it has ended, it stays as it ended. */
export function closeSelfOrder(view: KitchenView, { id, to, reason }: CloseSelfOrder, nowMs: number): Decision {
  const known = view.selfOrder(id);
  if (!known) return refuse('self_order_not_found', 'There is no such order of a guest.');
  if (known.state === to) return accept();
  if (known.state !== 'waiting') return gone;
  return accept(changed(ended(known, { state: to, reason }, nowMs), nowMs));
}

/**
 * The command that makes it an order takes it along, in one step ([SLF2]): told first, so that the order is what the
 * waiter is answered with. Of two waiters the second is told that it is gone.
 */
export function takingSelfOrder(
  view: KitchenView,
  id: SelfOrderId | undefined,
  orderId: OrderId,
  decision: Decision,
  nowMs: number,
): Decision {
  if (id === undefined || !decision.ok) return decision;
  const known = view.selfOrder(id);
  if (known?.state !== 'waiting') return gone;
  return accept(changed(ended(known, { state: 'taken', orderId }, nowMs), nowMs), ...decision.events);
}

const ended = (known: SelfOrder, change: Partial<SelfOrder>, nowMs: number): SelfOrder => ({
  ...known,
  ...change,
  version: known.version + 1,
  updatedAtMs: nowMs,
});

const changed = (selfOrder: SelfOrder, atMs: number): DomainEvent => ({
  type: 'self_order_changed',
  selfOrder,
  data: { self_order_id: selfOrder.id, state: selfOrder.state },
  atMs,
});
