import type { Ticket } from '../store/ticket.ts';
import { useScreen } from './screen-context.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/** To the front, or back to where it was; at once, and for a moment to be taken back ([PRI1]). */
export function usePrioritise(): (ticket: Ticket) => void {
  const { work, ticker } = useScreen();
  const actions = useTicketActions();
  return (ticket) => {
    const { order: before, viewpoint } = ticket;
    const priority = before.priority === 'high' ? 'normal' : 'high';
    const key = actions.setPriority(ticket, priority);
    if (key === undefined) return;
    const after = { ...before, priority } as const;
    work.setState({
      prioritised: { key, before, after, station: viewpoint.station, atMs: ticker.now().steadyMs },
    });
  };
}
