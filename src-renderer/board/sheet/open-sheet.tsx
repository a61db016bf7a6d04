import { useCallback, useEffect } from 'react';
import type { Ticket } from '../../store/ticket.ts';
import { useBoard, useWork } from '../board-context.ts';
import { TicketSheet } from './ticket-sheet.tsx';

/** The sheet of whichever ticket is asked about; it closes when that has left this screen. */
export function OpenSheet({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { work, guard } = useBoard();
  const id = useWork(({ sheet }) => sheet);
  const ticket = tickets.find((one) => one.id === id);
  const close = useCallback(() => work.setState({ sheet: null }), [work]);
  const isGone = id !== null && !ticket;
  useEffect(() => {
    if (!isGone) return;
    // Whoever taps now aimed at the sheet ([TAP1]).
    guard.slid();
    close();
  }, [isGone, guard, close]);
  // Whoever signs in next has opened nothing ([SES4]).
  useEffect(() => close, [close]);
  const put = () => {
    guard.uncovered();
    close();
  };
  return ticket && <TicketSheet ticket={ticket} onClose={put} />;
}
