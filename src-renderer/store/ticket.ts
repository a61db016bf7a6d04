import type { LineId, OrderId } from '#shared/domain/id.ts';
import { lineStatus } from '#shared/domain/line.ts';
import { isOpen, type Order } from '#shared/domain/order.ts';
import { type BoardState, kitchenOf } from './board-state.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { hopeFor, type PendingCommand } from './pending-command.ts';

/** What a cook sees of an open order. The same object as long as nothing of it has changed ([TKT2]). */
export type Ticket = {
  readonly id: OrderId;
  /** With this screen's own commands applied in advance. */
  readonly order: Order;
  /** Lines that a command without an answer is about, and how far it has come. */
  readonly underWay: ReadonlyMap<LineId, Delivery>;
  /** Nothing is left to cook: only to be handed over. */
  readonly allReady: boolean;
};

export type TicketSelector = (state: BoardState) => readonly Ticket[];

/** Open tickets, oldest first ([TKT1]). Keep one selector per screen: it remembers what it made. */
export function createTicketSelector(): TicketSelector {
  const made = new Map<OrderId, Made>();
  let last: { orders: unknown; pending: unknown; tickets: readonly Ticket[] } | undefined;

  function select(state: BoardState): readonly Ticket[] {
    const { orders } = kitchenOf(state);
    if (last?.orders === orders && last.pending === state.pending) return last.tickets;
    for (const id of made.keys()) if (!orders.has(id)) made.delete(id);
    const pending = byOrder(state.pending);
    const all = [...orders.values()].map((order) => ticketOf(order, pending.get(order.id) ?? none));
    const tickets = same(last?.tickets, all.filter(({ order }) => isOpen(order)).sort(oldestFirst));
    last = { orders, pending: state.pending, tickets };
    return tickets;
  }

  function ticketOf(order: Order, pending: readonly PendingCommand[]): Ticket {
    const known = made.get(order.id);
    if (known?.order === order && sameItems(known.pending, pending)) return known.ticket;
    const ticket = makeTicket(order, pending);
    made.set(order.id, { order, pending, ticket });
    return ticket;
  }

  return select;
}

type Made = { readonly order: Order; readonly pending: readonly PendingCommand[]; readonly ticket: Ticket };

const none: readonly PendingCommand[] = [];

function makeTicket(confirmed: Order, pending: readonly PendingCommand[]): Ticket {
  const order = hopeFor(confirmed, pending);
  const underWay = new Map(pending.flatMap(lineUnderWay));
  const allReady = order.lines.every((line) => ['ready', 'completed', 'voided'].includes(lineStatus(line)));
  return { id: order.id, order, underWay, allReady };
}

/** Answered but not shown yet is done, as far as a cook is concerned. */
function lineUnderWay(one: PendingCommand): [LineId, Delivery][] {
  return one.command.kind === 'line.set-status' && !one.answer ? [[one.command.lineId, deliveryOf(one)]] : [];
}

function byOrder(pending: readonly PendingCommand[]): Map<OrderId, PendingCommand[]> {
  const groups = new Map<OrderId, PendingCommand[]>();
  for (const one of pending) {
    if (one.command.kind === 'order.place') continue;
    const { orderId } = one.command;
    groups.set(orderId, [...(groups.get(orderId) ?? []), one]);
  }
  return groups;
}

/** Orders of one millisecond stand as they were numbered. */
function oldestFirst({ order: a }: Ticket, { order: b }: Ticket): number {
  return a.createdAtMs - b.createdAtMs || a.number.localeCompare(b.number, 'en', { numeric: true });
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const same = (before: readonly Ticket[] | undefined, now: readonly Ticket[]) =>
  before && sameItems(before, now) ? before : now;
