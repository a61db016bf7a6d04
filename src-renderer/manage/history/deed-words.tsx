import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import type { WireDeed } from '#shared/protocol/wire-history.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName } from '../../screen/use-site.ts';
import { addressOf } from '../place.ts';
import { Reason } from './order-lines.tsx';
import { useDeedWords } from './use-deed-words.ts';

/** One deed in plain words: what, of which dishes, from what to what, at which station. */
export function DeedWords({ deed }: { readonly deed: WireDeed }) {
  const t = useText();
  const nameOf = useStationName();
  const { titleOf, dishesOf, written } = useDeedWords();
  const dishes = dishesOf(deed);
  const station = 'station' in deed ? deed.station : undefined;
  const reason = 'reason' in deed ? deed.reason : null;
  const order = 'order' in deed ? deed.order : null;
  return (
    <div data-deed={deed.what} className="grid gap-0.5">
      <p className="text-[1.25rem] leading-snug wrap-anywhere">
        <strong className="font-bold">{titleOf(deed)}</strong>
        {dishes.map((dish, index) => (
          <Fragment key={dish}>
            {index === 0 ? ': ' : ', '}
            <bdi>{dish}</bdi>
          </Fragment>
        ))}
        {station !== undefined && (
          <>
            {' '}
            <span className="ms-1 inline-block rounded-md bg-raised px-2 text-chrome font-semibold">
              {station === null ? t('station.kind.expo') : nameOf(station)}
            </span>
          </>
        )}
      </p>
      {deed.what === 'changed' && (
        <p data-change className="flex flex-wrap items-center gap-x-2 text-[1.25rem] leading-snug">
          <s className="words min-w-0 text-muted">{written(deed.field, deed.old)}</s>
          <ArrowRight aria-hidden className="size-5 shrink-0 text-muted rtl:rotate-180" />
          <span className="words min-w-0 font-semibold">{written(deed.field, deed.new)}</span>
        </p>
      )}
      {deed.what === 'worked' && deed.byAge && <p className="text-chrome leading-snug">{t('recall.byAge')}</p>}
      {reason !== null && <Reason reason={reason} />}
      {order !== null && (
        <a
          href={addressOf('history', order)}
          className="inline-flex min-h-hit items-center text-[1.25rem] font-semibold text-accent underline"
        >
          {t('orderHistory.toOrder', { number: deed.number ?? t('orderHistory.otherOrder') })}
        </a>
      )}
    </div>
  );
}
