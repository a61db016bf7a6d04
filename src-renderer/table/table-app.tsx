import { CircleSlash, Hourglass, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { Asked } from './asked.tsx';
import { Choosing } from './choosing.tsx';
import { useTable } from './table-context.ts';

const big = 'size-16';

/** The page for what is known: the menu, what is on its way, or that nobody orders here now. */
export function TableApp() {
  const place = useTable((state) => state.place);
  const isMenuThere = useTable((state) => state.products !== undefined);
  const isAsked = useTable((state) => state.sentAs !== null);
  if (place === 'closed') return <Closed />;
  if (isAsked) return <Framed>{<Asked />}</Framed>;
  return place && isMenuThere ? <Framed>{<Choosing />}</Framed> : <Looking />;
}

function Framed({ children }: { readonly children: React.ReactNode }) {
  const t = useText();
  const place = useTable((state) => state.place);
  const isAway = useTable((state) => state.isAway);
  const { restaurant, table_number: table } =
    place && place !== 'closed' ? place : { restaurant: '', table_number: '' };
  useEffect(() => {
    document.title = [restaurant, t('selfOrder.menu')].filter(Boolean).join(' · ');
  }, [restaurant, t]);
  return (
    <div className="flex h-dvh flex-col bg-ground">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-edge bg-surface px-4 py-3">
        <h1 className="words text-[1.25rem] font-bold">{restaurant || t('selfOrder.menu')}</h1>
        {table !== '' && <p className="words text-[1.25rem] font-bold">{t('guest.table', { table })}</p>}
      </header>
      {isAway && (
        <p
          role="status"
          data-away
          className="flex items-center gap-3 bg-band-warn px-4 py-3 text-[1.125rem] leading-snug font-semibold text-on-band-warn"
        >
          <WifiOff aria-hidden className="size-6 shrink-0" />
          {t('selfOrder.away')}
        </p>
      )}
      {children}
    </div>
  );
}

/** One page for a code that is wrong and for a house that takes no such orders now: nobody learns which. */
export function Closed() {
  const t = useText();
  return (
    <FullPage
      icon={<CircleSlash aria-hidden className={big} strokeWidth={1.25} />}
      title={t('selfOrder.closedTitle')}
      detail={t('selfOrder.closedDetail')}
    />
  );
}

function Looking() {
  const t = useText();
  const isAway = useTable((state) => state.isAway);
  const Icon = isAway ? WifiOff : Hourglass;
  return (
    <FullPage
      icon={<Icon aria-hidden className={big} strokeWidth={1.25} />}
      title={isAway ? t('guest.awayTitle') : t('guest.lookingTitle')}
      detail={isAway ? t('guest.awayDetail') : t('guest.lookingDetail')}
    />
  );
}
