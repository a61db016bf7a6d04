import type { Order } from '#shared/domain/order.ts';
import { useScreenState } from '../screen/screen-context.ts';
import type { ScreenState } from '../store/screen-state.ts';
import { gapMs } from '../store/slots.ts';
import { ticketLabel, ticketName } from '../store/ticket-label.ts';
import { type Board, useBoard } from './board-context.ts';

/**
 * What words about a ticket call it: with its number where another one that is open here, or has left a moment ago, has the
 * same name ([TKT3]).
 */
export function useCalled(order: Order): string {
  const { tickets, ticker } = useBoard();
  const hasTwin = useScreenState((state) =>
    othersHere(state, { tickets, ticker }).some((other) => isTwin(other, order)),
  );
  return hasTwin ? ticketName(order) : ticketLabel(order);
}

const isTwin = (other: Order, order: Order) => other.id !== order.id && ticketLabel(other) === ticketLabel(order);

function othersHere(state: ScreenState, { tickets, ticker }: Pick<Board, 'tickets' | 'ticker'>): readonly Order[] {
  const { steadyMs } = ticker.now();
  const left = state.bumped.flatMap(({ before, atMs }) => (steadyMs - atMs < gapMs ? before : []));
  return [...tickets(state).map((ticket) => ticket.order), ...left];
}
