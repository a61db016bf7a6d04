import { Ellipsis } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useBoard } from './board-context.ts';
import { StepButton } from './step-button.tsx';

type TicketFootProps = { readonly ticket: Ticket; readonly slotKey: number | undefined };

/** The next step, as wide as it can be: nobody aims in a rush. Everything else is behind one button. */
export function TicketFoot({ ticket, slotKey }: TicketFootProps) {
  return (
    <div data-foot className="flex gap-2 p-2">
      <StepButton ticket={ticket} slotKey={slotKey} />
      <MoreButton ticket={ticket} />
    </div>
  );
}

function MoreButton({ ticket }: { readonly ticket: Ticket }) {
  const t = useText();
  const { work, guard } = useBoard();
  return (
    <button
      type="button"
      data-more
      aria-label={t('ticket.moreNamed', { ticket: ticketLabel(ticket.order) })}
      aria-haspopup="dialog"
      onClick={() =>
        guard.allows(`${ticket.id}/more`, false, ticket.id) && work.setState({ sheet: ticket.id, sheetLine: null })
      }
      className="grid min-h-hit min-w-hit place-content-center justify-items-center rounded-lg text-chrome font-semibold text-muted active:bg-raised"
    >
      <Ellipsis aria-hidden className="size-7" strokeWidth={3} />
      {t('ticket.more')}
    </button>
  );
}
