import type { LineId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import type { Ticket } from '../store/ticket.ts';
import { useBoard } from './board-context.ts';
import type { LineTap } from './next-step.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/** Does what a tap on a line stands for; asking is the line's own affair. */
export function useLineTap(ticket: Ticket): (line: Line, tap: Exclude<LineTap, 'ask-cooked' | 'none'>) => void {
  const { work, ticker } = useBoard();
  const actions = useTicketActions();
  return ({ id, name }, tap) => {
    switch (tap) {
      case 'ready':
        return isLast(ticket, id) ? actions.bump(ticket, [id]) : void actions.lineReady(ticket, id);
      case 'back':
        return void actions.lineBack(ticket, id);
      case 'hand-over':
        return actions.bump(ticket, [id]);
      case 'see':
        return void actions.acknowledge(ticket, [id]);
      case 'say-held':
        return work.setState({ saidHeld: { ticket: ticket.id, dish: name, atMs: ticker.now().steadyMs } });
      case 'open':
        return work.setState({ sheet: ticket.id, sheetLine: id });
    }
  };
}

/** With it the ticket leaves this station: a bump like any other, which can be undone. */
function isLast({ lines, viewpoint }: Ticket, id: LineId): boolean {
  const isOpen = ({ line, state }: TicketLine) => line.id !== id && (state === 'todo' || state === 'void');
  return viewpoint.goal === 'ready' && !lines.some(isOpen);
}
