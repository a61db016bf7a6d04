import { ArrowRight } from 'lucide-react';
import type { StationId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useStationName } from '../../screen/use-site.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Ticket } from '../../store/ticket.ts';
import { ticketLabel } from '../../store/ticket-label.ts';
import { ticketActions } from '../ticket-actions.ts';
import { targetsOf } from './transfer-targets.ts';

type TransferSheetProps = { readonly ticket: Ticket; readonly onClose: () => void };

/** Gives what is still to do at one station to another ([RTE4]). */
export function TransferSheet({ ticket, onClose }: TransferSheetProps) {
  const t = useText();
  return (
    <GuardedDialog title={t('keys.transferTitle', { ticket: ticketLabel(ticket.order) })} onClose={onClose}>
      <Targets ticket={ticket} onClose={onClose} />
    </GuardedDialog>
  );
}

function Targets({ ticket, onClose }: TransferSheetProps) {
  const { client, guard } = useScreen();
  const stations = useScreenState((state) => kitchenOf(state).stations);
  const nameOf = useStationName();
  const give = (from: StationId, to: StationId) => {
    if (!guard.allows(`transfer:${ticket.id}`, true)) return;
    ticketActions(client).reroute(ticket, from, to);
    onClose();
  };
  return (
    <div className="grid gap-6">
      {targetsOf(ticket, stations.list).map(({ from, to, dishes }) => (
        <section key={from}>
          <h3 className="words mb-1 text-[1.5rem] font-bold">{nameOf(from)}</h3>
          <p className="words mb-3 text-[1.25rem] text-muted">{dishes.join(', ')}</p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3">
            {to.map((there) => (
              <Target key={there.id} name={there.name} onTap={() => give(from, there.id)} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Target({ name, onTap }: { readonly name: string; readonly onTap: () => void }) {
  return (
    <button
      type="button"
      onClick={onTap}
      className="flex min-h-hit items-center gap-3 rounded-lg border-2 border-edge bg-surface px-4 text-start text-[1.5rem] font-bold active:bg-raised"
    >
      <ArrowRight aria-hidden className="size-8 shrink-0 rtl:rotate-180" strokeWidth={2.5} />
      <span className="words min-w-0">{name}</span>
    </button>
  );
}
