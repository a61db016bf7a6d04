import { MapPin } from 'lucide-react';
import { stationId } from '#shared/domain/id.ts';
import { routeOf } from '#shared/domain/routing.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName, useStations } from '../../screen/use-site.ts';
import type { FormPart } from './form-part.ts';
import { FormSection } from './form-section.tsx';
import { Pill } from './pill.tsx';

/** Where it is cooked; where nothing is chosen, the category says ([RTE1]). What comes of it stands below at once. */
export function StationsField({ draft, set, errorAt }: FormPart) {
  const t = useText();
  const stations = useStations();
  const nameOf = useStationName();
  const cooking = stations.list.filter(({ kind }) => kind === 'prep').map(({ id }) => id);
  // One that the house has no more can be let go.
  const offered = [...new Set([...cooking, ...draft.stations.map(stationId)])];
  const tap = (id: string) =>
    set({
      stations: draft.stations.includes(id) ? draft.stations.filter((one) => one !== id) : [...draft.stations, id],
    });
  const dish = { ...draft, category: draft.category.trim(), stations: draft.stations.map(stationId) };
  const shares = routeOf(dish, stations);
  const reason = shares[0]?.routedBy ?? 'fallback';
  const why =
    reason === 'category' ? t('sheet.whyBy.category', { category: dish.category }) : t(`sheet.whyBy.${reason}`);
  return (
    <FormSection title={t('menuOffice.field.stations')} hint={t('menuOffice.stationsHint')} error={errorAt('stations')}>
      <div className="flex flex-wrap gap-2">
        {offered.map((id) => (
          <Pill key={id} isChosen={draft.stations.includes(id)} onTap={() => tap(id)}>
            {nameOf(id)}
          </Pill>
        ))}
      </div>
      <p role="status" data-goes-to className="flex gap-2 text-[1.25rem] leading-snug">
        <MapPin aria-hidden className="mt-0.5 size-[1.2em] shrink-0 text-muted" />
        <span className="min-w-0 wrap-anywhere">
          {t('menuOffice.goesTo', { stations: shares.map(({ station }) => nameOf(station)).join(', '), why })}
        </span>
      </p>
    </FormSection>
  );
}
