import type { Ticket } from '../store/ticket.ts';
import type { Board } from './board-context.ts';
import { ticketActions } from './ticket-actions.ts';

/** As it was before; whether there was anything fresh to take back. */
export function takeBackPriority({ client, work }: Pick<Board, 'client' | 'work'>): boolean {
  const { prioritised } = work.getState();
  if (prioritised === null) return false;
  client.undo(prioritised);
  work.setState({ prioritised: null });
  return true;
}

/** To the front, or back to where it was; at once, and for a moment to be taken back ([PRI1]). */
export function prioritise({ client, ticker, work }: Board, ticket: Ticket): void {
  const { order: before, viewpoint } = ticket;
  const priority = before.priority === 'high' ? 'normal' : 'high';
  const key = ticketActions(client).setPriority(ticket, priority);
  if (key === undefined) return;
  const after = { ...before, priority } as const;
  const { steadyMs: atMs } = ticker.now();
  work.setState({ prioritised: { key, before, after, station: viewpoint.station, atMs } });
}
