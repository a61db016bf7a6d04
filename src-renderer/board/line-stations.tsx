import { CheckCheck, Circle, CircleCheckBig, CookingPot, type LucideIcon } from 'lucide-react';
import type { Progress, WorkStatus } from '#shared/domain/progress.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../messages/text-context.tsx';
import { useShowsStations, useStationName } from '../screen/use-site.ts';
import type { Ticket } from '../store/ticket.ts';

type LineStationsProps = { readonly ticket: Ticket; readonly one: TicketLine };

/** Where else a dish is cooked ([CRD7]); to whoever sees the whole, how far each station is with it ([PAS1]). */
export function LineStations({ ticket: { viewpoint }, one: { line, state } }: LineStationsProps) {
  const showsAll = useShowsStations(viewpoint);
  if (state === 'void') return null;
  if (showsAll) return <Stations parts={line.progress} />;
  const others = line.progress.filter(({ station }) => station !== viewpoint.station);
  return viewpoint.station !== null && others.length > 0 && <AlsoAt parts={others} />;
}

type PartsProps = { readonly parts: readonly Progress[] };

function Stations({ parts }: PartsProps) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {parts.map((part) => (
        <Share key={part.station} part={part} />
      ))}
    </span>
  );
}

const icons: Readonly<Record<WorkStatus, LucideIcon>> = {
  pending: Circle,
  preparing: CookingPot,
  ready: CircleCheckBig,
  completed: CheckCheck,
};

function Share({ part: { station, status } }: { readonly part: Progress }) {
  const t = useText();
  const nameOf = useStationName();
  const Icon = icons[status];
  const isReady = status === 'ready' || status === 'completed';
  return (
    <span
      data-share={station}
      data-progress={status}
      className={`flex items-center gap-1.5 text-aside ${isReady ? 'text-done' : ''}`}
    >
      <Icon aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.5} />
      <span>
        <bdi className="font-semibold">{nameOf(station)}</bdi> {t(`part.${status}`)}
      </span>
    </span>
  );
}

function AlsoAt({ parts }: PartsProps) {
  const t = useText();
  const nameOf = useStationName();
  const named = ({ station, status }: Progress) =>
    status === 'pending' ? nameOf(station) : `${nameOf(station)} (${t(`part.${status}`)})`;
  return (
    <span data-also-at className="words text-aside text-muted">
      {t('line.alsoAt', { stations: parts.map(named).join(', ') })}
    </span>
  );
}
