import { ConciergeBell, CookingPot, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../messages/text-context.tsx';
import { FlashFrame } from '../sound/flash-frame.tsx';
import { SoundChip } from '../sound/sound-chip.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import { columnsOf, type GuestOrders } from './guest-board.ts';
import { GuestColumn } from './guest-column.tsx';
import { GuestSettings } from './guest-settings.tsx';
import { useGuestFreshness, useReady, useReadyMoment } from './ready-context.ts';

const noOrders: GuestOrders = new Map();

/** Numbers only, for people who wait: what is being made, and what can be fetched. */
export function GuestScreen() {
  const t = useText();
  const known = useReady((state) => state.orders);
  const orders = known ?? noOrders;
  const secondMs = useReadyMoment(({ serverMs }) => Math.floor(serverMs / 1000) * 1000);
  const timeZone = useReady((state) => state.timeZone);
  const { preparing, ready } = useMemo(() => columnsOf(orders, secondMs), [orders, secondMs]);
  const isLost = useGuestFreshness() === 'lost';
  return (
    <div className="flex h-full flex-col gap-[1.5vmin] p-[1.5vmin]">
      <header className="flex flex-wrap items-center gap-x-4">
        <h1 className="flex-1 text-[max(1.25rem,3.5vmin)] font-bold">{t('guests.title')}</h1>
        <SoundChip />
        <p dir="ltr" className="tabular text-[max(1.25rem,3.5vmin)] font-semibold">
          {timeOfDay(secondMs, timeZone)}
        </p>
        <GuestSettings />
      </header>
      <Doubt />
      <main
        data-lost={isLost}
        className={`grid min-h-0 flex-1 grid-cols-2 gap-[1.5vmin] ${isLost ? 'opacity-45 saturate-50' : ''}`}
      >
        <GuestColumn
          title={t('guests.preparing')}
          icon={CookingPot}
          empty={known && t('guests.nonePreparing')}
          orders={preparing}
        />
        <GuestColumn
          isReady
          title={t('guests.ready')}
          icon={ConciergeBell}
          empty={known && t('guests.noneReady')}
          orders={ready}
        />
      </main>
      <FlashFrame />
    </div>
  );
}

/** Guests cannot mend it: they are told whom to ask ([FRS1]). */
function Doubt() {
  const t = useText();
  const state = useGuestFreshness();
  const hasNothing = useReady(({ orders }) => orders === undefined);
  if (state === 'fresh')
    return hasNothing ? <p className="text-[max(1.125rem,3vmin)] text-muted">{t('app.loadingTitle')}</p> : null;
  const isLost = state === 'lost';
  const look = isLost ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <p
      role="alert"
      data-freshness={state}
      className={`${look} flex items-center gap-[2vmin] rounded-[1.5vmin] px-[2.5vmin] py-[1.5vmin] text-[max(1.25rem,3.5vmin)] leading-tight`}
    >
      <TriangleAlert aria-hidden className="size-[5vmin] shrink-0" strokeWidth={2.5} />
      <span>
        <strong className="font-bold">{isLost ? t('guests.ask') : t('link.waiting')}</strong>{' '}
        {isLost && t('guests.askDetail')}
      </span>
    </p>
  );
}
