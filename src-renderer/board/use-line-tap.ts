import type { Line } from '#shared/domain/line.ts';
import type { Ticket } from '../store/ticket.ts';
import type { LineTap } from './next-step.ts';
import { useScreen } from './screen-context.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/** Does what a tap on a line stands for; asking is the line's own affair. */
export function useLineTap(ticket: Ticket): (line: Line, tap: Exclude<LineTap, 'ask-cooked' | 'none'>) => void {
  const { work } = useScreen();
  const actions = useTicketActions();
  return ({ id }, tap) => {
    switch (tap) {
      case 'ready':
        return void actions.lineReady(ticket, id);
      case 'back':
        return void actions.lineBack(ticket, id);
      case 'hand-over':
        return actions.bump(ticket, [id]);
      case 'see':
        return void actions.acknowledge(ticket, [id]);
      case 'open':
        return work.setState({ sheet: ticket.id });
    }
  };
}
