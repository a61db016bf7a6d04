import { ArrowRight } from 'lucide-react';
import type { LineId, StationId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName, useStations } from '../../screen/use-site.ts';
import type { Ticket } from '../../store/ticket.ts';
import { Button } from '../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { useTicketActions } from '../use-ticket-actions.ts';

type RerouteProps = {
  readonly ticket: Ticket;
  readonly title: string;
  readonly from: readonly StationId[];
  /** Null: whatever is to be done there. */
  readonly lineIds: readonly LineId[] | null;
};

const panel = 'rounded-xl border border-edge bg-surface p-4';

/** To another station that cooks ([RTE4]). */
export function Reroute({ ticket, title, from, lineIds }: RerouteProps) {
  const cooking = useStations().list.filter(({ kind }) => kind === 'prep');
  const isWhole = lineIds === null;
  if (from.length === 0 || cooking.length < 2) return null;
  return (
    <section>
      <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{title}</h3>
      <div className={`flex flex-wrap gap-3 ${isWhole ? panel : ''}`}>
        {from.map((station) =>
          cooking
            .filter(({ id }) => id !== station)
            .map(({ id }) => (
              <Move key={`${station}/${id}`} ticket={ticket} from={station} to={id} lineIds={lineIds} />
            )),
        )}
      </div>
    </section>
  );
}

type MoveProps = Pick<RerouteProps, 'ticket' | 'lineIds'> & { readonly from: StationId; readonly to: StationId };

function Move({ ticket, from, to, lineIds }: MoveProps) {
  const t = useText();
  const { guard, work } = useBoard();
  const nameOf = useStationName();
  const actions = useTicketActions();
  const isOwn = ticket.viewpoint.station === from;
  const words = t('sheet.give', { from: nameOf(from), to: nameOf(to) });
  const give = () => {
    if (!guard.allows(`give/${from}/${to}`, true)) return;
    actions.reroute(ticket, from, to, lineIds);
    // Where it went, and its way back, are said on the board.
    guard.uncovered();
    work.setState({ sheet: null });
  };
  return (
    <Button wraps aria-label={words} onClick={give}>
      <ArrowRight aria-hidden className="size-[1.2em] shrink-0 rtl:rotate-180" strokeWidth={2.5} />
      {isOwn ? <bdi>{nameOf(to)}</bdi> : words}
    </Button>
  );
}
