import { CalendarClock, CirclePause } from 'lucide-react';
import { useMemo } from 'react';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { kitchenOf } from '../../store/board-state.ts';
import { nextUp } from '../../store/next-up.ts';
import { useBoard } from '../screen-context.ts';
import { useTimeOfDay } from '../use-site.ts';

/** What will come to this board without anybody ordering it now ([OVW2]). */
export function NextUpNote({ isInHeader }: { readonly isInHeader: boolean }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const { later, nextAtMs, held } = useNextUp();
  if (later + held === 0) return null;
  return (
    <p
      data-next-up
      className={`${isInHeader ? 'grid gap-x-3 sm:flex' : 'grid content-center gap-0.5 leading-tight'} shrink-0 text-chrome font-semibold whitespace-nowrap`}
    >
      {nextAtMs !== null && (
        <span className="flex items-center gap-2">
          <CalendarClock aria-hidden className="size-[1.2em] text-muted" />
          {t('overview.later', { count: later, time: timeOfDay(nextAtMs) })}
        </span>
      )}
      {held > 0 && (
        <span className="flex items-center gap-2">
          <CirclePause aria-hidden className="size-[1.2em] text-muted" />
          {t('overview.held', { count: held })}
        </span>
      )}
    </p>
  );
}

function useNextUp() {
  const orders = useBoard((state) => kitchenOf(state).orders);
  const stations = useBoard((state) => kitchenOf(state).stations);
  const station = useBoard((state) => state.station);
  const momentMs = useBoard((state) => state.momentMs);
  return useMemo(
    () => nextUp({ orders }, viewpointOf(stations, station), momentMs),
    [orders, stations, station, momentMs],
  );
}
