import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { type NextUp, nextUp } from '../../store/next-up.ts';
import { kitchenOf } from '../../store/screen-state.ts';

/** What will come to this board without anybody ordering it now ([OVW2]). */
export function NextUpNote({ isInHeader }: { readonly isInHeader: boolean }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const { later, nextAtMs } = useNextUp();
  if (nextAtMs === null) return null;
  const time = timeOfDay(nextAtMs);
  const words = t('overview.later', { count: later, time });
  return (
    <span
      data-next-up
      title={isInHeader ? words : undefined}
      className={`${isInHeader ? 'gap-1.5 whitespace-nowrap' : 'gap-2 leading-tight max-2xl:max-w-32 2xl:whitespace-nowrap'} flex shrink-0 items-center text-chrome font-semibold`}
    >
      <CalendarClock aria-hidden className="size-[1.2em] shrink-0 text-muted" />
      {isInHeader ? <InShort short={`${later} · ${time}`} words={words} /> : words}
    </span>
  );
}

/** The header has room for figures only; the words are for who cannot see the picture, and for who points at it. */
function InShort({ short, words }: { readonly short: string; readonly words: string }) {
  return (
    <>
      <span className="sr-only">{words}</span>
      <span aria-hidden dir="ltr" className="tabular">
        {short}
      </span>
    </>
  );
}

function useNextUp(): NextUp {
  const orders = useScreenState((state) => kitchenOf(state).orders);
  const stations = useScreenState((state) => kitchenOf(state).stations);
  const station = useScreenState((state) => state.station);
  const momentMs = useScreenState((state) => state.momentMs);
  return useMemo(
    () => nextUp({ orders }, viewpointOf(stations, station), momentMs),
    [orders, stations, station, momentMs],
  );
}
