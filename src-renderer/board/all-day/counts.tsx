import { CircleOff } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type AllDayCount, allDay } from '#shared/domain/all-day.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { mayChangeAvailability } from '../../store/availability.ts';
import { Button } from '../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { AllDayCounts } from './all-day-counts.tsx';
import { useKeptOrder } from './kept-order.ts';
import { NothingOut, OutNow } from './out-now.tsx';
import { TakeOff } from './take-off.tsx';
import { useOutNow } from './use-out-now.ts';

/** The counts with what is out, or in their place the menu, to take a dish off ([MEN5]). */
export function Counts() {
  const [isTakingOff, setTakingOff] = useState<boolean | null>(null);
  const counts = useCounts();
  const root = useRef<HTMLDivElement>(null);
  // What was pressed is gone: keys go on from the way back.
  useLayoutEffect(() => {
    if (isTakingOff === null) return;
    root.current?.querySelector<HTMLElement>('[data-counts-back], [data-take-off]')?.focus();
  }, [isTakingOff]);
  return (
    <div ref={root}>
      {isTakingOff ? (
        <TakeOff onClose={() => setTakingOff(false)} />
      ) : (
        <Overview counts={counts} onTakeOff={() => setTakingOff(true)} />
      )}
    </div>
  );
}

/** Of all tickets of this station, also those on other pages ([ALL1]). */
function useCounts(): readonly AllDayCount[] {
  const { tickets: selectTickets } = useBoard();
  const tickets = useScreenState(selectTickets);
  const counts = useMemo(() => allDay(tickets), [tickets]);
  return useKeptOrder(
    counts,
    useScreenState(({ station }) => station),
  );
}

type OverviewProps = { readonly counts: readonly AllDayCount[]; readonly onTakeOff: () => void };

function Overview({ counts, onTakeOff }: OverviewProps) {
  const { dishes, note } = useOutNow();
  const wayOff = <WayOff onTakeOff={onTakeOff} />;
  const total = <Total counts={counts} />;
  const { onFocus, ref } = useKeptRow(dishes.map(({ product }) => product.id).join(' '));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done with it; it hears where the focus is
    <div ref={ref} onFocus={onFocus} className="grid gap-2">
      {dishes.length === 0 && <NothingOut wayOff={wayOff}>{total}</NothingOut>}
      {dishes.length > 0 && (
        <OutNow dishes={dishes} onChange={note} wayOff={wayOff}>
          {total}
        </OutNow>
      )}
      <AllDayCounts counts={counts} />
    </div>
  );
}

function Total({ counts }: Pick<OverviewProps, 'counts'>) {
  const t = useText();
  const total = counts.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    total > 0 && <p className="tabular text-meta leading-tight text-muted">{t('counts.total', { count: total })}</p>
  );
}

/** For whoever may ([PER1]); others see what is out, and ask. */
function WayOff({ onTakeOff }: { readonly onTakeOff: () => void }) {
  const t = useText();
  const { guard } = useScreen();
  const mayChange = useScreenState(mayChangeAvailability);
  if (!mayChange) return null;
  return (
    <Button look="framed" wraps data-take-off onClick={() => guard.allows('take a dish off', true) && onTakeOff()}>
      <CircleOff aria-hidden className="size-[1.2em] shrink-0" strokeWidth={2.5} />
      {t('out.open')}
    </Button>
  );
}

/** When the row that has the focus goes, the bump key must not mean a ticket at once ([KEY1]): the focus stays here. */
function useKeptRow(dishes: string) {
  const ref = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows change
  useLayoutEffect(() => {
    const isLost = focused.current !== null && !focused.current.isConnected;
    if (isLost && document.activeElement === document.body)
      ref.current?.querySelector<HTMLElement>('[data-take-off]')?.focus();
  }, [dishes]);
  const onFocus = ({ target }: { readonly target: Element }) => {
    focused.current = target;
  };
  return { ref, onFocus };
}
