import { ArrowRight } from 'lucide-react';
import type { StationId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { type Stations, stationOf } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { type TrialStop, trialRoute } from './trial-route.ts';

type RouteWordsProps = { readonly product: Product; readonly stations: Stations };

/** The way of a dish through the kitchen: the stations in their turn, then why each. */
export function RouteWords({ product, stations }: RouteWordsProps) {
  const t = useText();
  const stops = trialRoute(product, stations);
  const nameOf = (id: StationId) => stationOf(stations, id)?.name || t('stationOffice.unnamed');
  const turns = [...new Set(stops.map(({ turn }) => turn))];
  const why = ({ after, reason }: TrialStop) =>
    after.length > 0
      ? t('sheet.whyAfter', { station: after.map(nameOf).join(' + ') })
      : reason === 'category'
        ? t('sheet.whyBy.category', { category: product.category })
        : t(`sheet.whyBy.${reason}`);
  return (
    <div className="grid gap-1">
      <p data-route className="flex flex-wrap items-center gap-x-2 text-[1.25rem] leading-tight font-bold">
        {turns.map((turn, index) => (
          <span key={turn} className="flex items-center gap-2">
            {index > 0 && <ArrowRight aria-hidden className="size-5 shrink-0 text-muted rtl:rotate-180" />}
            <span className="words">
              {stops
                .filter((stop) => stop.turn === turn)
                .map((stop) => nameOf(stop.station))
                .join(' + ')}
            </span>
          </span>
        ))}
      </p>
      <ul className="grid gap-0.5 text-chrome leading-snug text-muted">
        {stops.map((stop) => (
          <li key={stop.station} data-stop={stop.station} data-why={stop.reason}>
            {t('stationOffice.why', { station: nameOf(stop.station), reason: why(stop) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
