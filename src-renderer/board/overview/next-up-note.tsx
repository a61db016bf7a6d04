import { CalendarClock, CirclePause, type LucideIcon } from 'lucide-react';
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
  const time = nextAtMs === null ? null : timeOfDay(nextAtMs);
  const Count = isInHeader ? ShortCount : SpokenCount;
  return (
    <p
      data-next-up
      className={`${isInHeader ? 'flex gap-x-3' : 'grid content-center gap-0.5 leading-tight'} shrink-0 text-chrome font-semibold whitespace-nowrap`}
    >
      {time !== null && (
        <Count Icon={CalendarClock} short={`${later} · ${time}`} words={t('overview.later', { count: later, time })} />
      )}
      {held > 0 && <Count Icon={CirclePause} short={String(held)} words={t('overview.held', { count: held })} />}
    </p>
  );
}

type CountProps = { readonly Icon: LucideIcon; readonly short: string; readonly words: string };

function SpokenCount({ Icon, words }: CountProps) {
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden className={iconLook} />
      {words}
    </span>
  );
}

/** The header has room for figures only; the words are for who cannot see the picture, and for who points at it. */
function ShortCount({ Icon, short, words }: CountProps) {
  return (
    <span title={words} className="flex items-center gap-1.5">
      <Icon aria-hidden className={iconLook} />
      <span className="sr-only">{words}</span>
      <span aria-hidden dir="ltr" className="tabular">
        {short}
      </span>
    </span>
  );
}

const iconLook = 'size-[1.2em] shrink-0 text-muted';

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
