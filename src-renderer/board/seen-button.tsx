import { isBarred } from '#shared/domain/allergen-bar.ts';
import { useText } from '../messages/text-context.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { useSettings } from '../screen/use-site.ts';
import { unnoticed } from '../sound/alarm.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { isNews } from './next-step.ts';
import { useTicketActions } from './use-ticket-actions.ts';

/**
 * The whole header of a ticket with work that nobody has touched: one tap says that somebody has seen it, and it rings
 * no more ([CHM7]). What has a tap of its own is not seen by that: changes, and allergens where they are asked for ([ALG2]).
 */
export function SeenButton({ ticket }: { readonly ticket: Ticket }) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  const settings = useSettings();
  const lineIds = unnoticed(ticket)
    .filter((one) => !isNews(one) && !isBarred(one, settings))
    .map(({ line }) => line.id);
  if (lineIds.length === 0) return null;
  return (
    <button
      type="button"
      data-seen
      aria-label={t('ticket.seenNamed', { ticket: ticketLabel(ticket.order) })}
      onClick={() => guard.allows(`seen ${ticket.id}`, false, ticket.id) && actions.acknowledge(ticket, lineIds)}
      className="absolute inset-0"
    />
  );
}
