import type { OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { useScreenState } from '../screen/screen-context.ts';
import type { ScreenState } from '../store/screen-state.ts';
import { gapMs } from '../store/slots.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel, ticketName } from '../store/ticket-label.ts';
import { useBoard } from './board-context.ts';

/**
 * What words about a ticket call it: with its number where another one that is open here, or has left a moment ago, has the
 * same name ([TKT3]).
 */
export function useCalled(order: Order): string {
  const { tickets, ticker } = useBoard();
  const hasTwin = useScreenState(
    (state) => isTwinOfOpen(order, tickets(state)) || isTwinOfLeft(order, state, ticker.now().steadyMs),
  );
  return hasTwin ? ticketName(order) : ticketLabel(order);
}

function isTwinOfOpen(order: Order, tickets: readonly Ticket[]): boolean {
  const sole = soleBearers(tickets).get(ticketLabel(order));
  return sole !== undefined && sole !== order.id;
}

function isTwinOfLeft(order: Order, { bumped }: ScreenState, nowMs: number): boolean {
  const isTwin = (other: Order) => other.id !== order.id && ticketLabel(other) === ticketLabel(order);
  return bumped.some(({ before, atMs }) => nowMs - atMs < gapMs && isTwin(before));
}

/** Each name, and whose it is; null where several have it. */
type Bearers = ReadonlyMap<string, OrderId | null>;

/** Asked for by every gap at every event: made once for the same tickets. */
const known = new WeakMap<readonly Ticket[], Bearers>();

function soleBearers(tickets: readonly Ticket[]): Bearers {
  const bearers = known.get(tickets) ?? bearersIn(tickets);
  known.set(tickets, bearers);
  return bearers;
}

function bearersIn(tickets: readonly Ticket[]): Bearers {
  const bearers = new Map<string, OrderId | null>();
  for (const { order } of tickets) {
    const label = ticketLabel(order);
    bearers.set(label, bearers.has(label) ? null : order.id);
  }
  return bearers;
}
