import { useState } from 'react';
import type { LineId } from '#shared/domain/id.ts';
import { orderStatus } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import type { Ticket } from '../../store/ticket.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { useWork } from '../board-context.ts';
import { LineRow } from './line-row.tsx';
import { OrderActions } from './order-actions.tsx';
import { PrintAct } from './print-act.tsx';
import { Reroute } from './reroute.tsx';
import { unreadyStations } from './unready-stations.ts';

type TicketSheetProps = { readonly ticket: Ticket; readonly onClose: () => void };

/** Everything that can be done with a ticket and its dishes, by button ([CRD8]). */
export function TicketSheet({ ticket, onClose }: TicketSheetProps) {
  const t = useText();
  const [open, setOpen] = useState<LineId | null>(useWork(({ sheetLine }) => sheetLine));
  const isOver = orderStatus(ticket.order) === 'cancelled';
  return (
    <GuardedDialog title={t('ticket.name', { ticket: ticketName(ticket.order) })} onClose={onClose}>
      <div className="grid gap-6">
        {!isOver && <OrderActions ticket={ticket} onDone={onClose} />}
        {!isOver && <PrintAct ticket={ticket} />}
        {!isOver && (
          <Reroute
            ticket={ticket}
            title={t('sheet.giveAll')}
            from={unreadyStations(ticket.lines, ticket.viewpoint)}
            lineIds={null}
          />
        )}
        <section>
          <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{t('sheet.dishes')}</h3>
          <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
            {ticket.lines.map((one) => (
              <LineRow
                key={one.line.id}
                ticket={ticket}
                one={one}
                isOpen={open === one.line.id}
                onToggle={() => setOpen(open === one.line.id ? null : one.line.id)}
              />
            ))}
          </ul>
        </section>
      </div>
    </GuardedDialog>
  );
}
