import { useText } from '../messages/text-context.tsx';
import { unnoticed } from '../sound/alarm.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useScreen } from './screen-context.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/**
 * The whole header of a ticket with work that nobody has touched: one tap says that somebody has seen it, and it rings
 * no more ([CHM7]). Allergens and changes are not seen by that: they have taps of their own.
 */
export function SeenButton({ ticket }: { readonly ticket: Ticket }) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  const lineIds = unnoticed(ticket)
    .filter(({ isUnseen }) => !isUnseen)
    .map(({ line }) => line.id);
  if (lineIds.length === 0) return null;
  return (
    <button
      type="button"
      data-seen
      aria-label={t('ticket.seenNamed', { ticket: ticketLabel(ticket.order) })}
      onClick={() => guard.allows(`seen ${ticket.id}`, false) && actions.acknowledge(ticket, lineIds)}
      className="absolute inset-0"
    />
  );
}
