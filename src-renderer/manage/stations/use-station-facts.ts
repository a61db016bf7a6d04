import type { Station } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { choosableDishes } from './offered.ts';
import type { StationList } from './station-draft.ts';

/** What is to be known of a station before one opens it, in plain words. */
export function useStationFacts(station: Station, list: StationList): readonly string[] {
  const t = useText();
  const products = useScreenState((state) => kitchenOf(state).products);
  if (station.kind === 'expo') return [t('stationOffice.seesAll')];
  const { categories, items, next } = station;
  const isFirst = list.find(({ kind }) => kind === 'prep') === station;
  const dishes = items.length > 0 ? choosableDishes(products.values()) : [];
  const titleOf = (word: string) =>
    dishes.find(({ names }) => names.includes(word.trim().toLowerCase()))?.title ?? word;
  const goesOn = list.find(({ id }) => id === next);
  const makers = list.filter((one) => one.next === station.id);
  const takesNothing = categories.length === 0 && items.length === 0 && !isFirst && makers.length === 0;
  return [
    ...(categories.length > 0 ? [t('stationOffice.takes', { what: categories.join(', ') })] : []),
    ...(items.length > 0 ? [t('stationOffice.takesDishes', { what: items.map(titleOf).join(', ') })] : []),
    ...(isFirst ? [t('stationOffice.takesRest')] : []),
    ...(makers.length > 0 ? [t('stationOffice.fedBy', { stations: makers.map(({ name }) => name).join(', ') })] : []),
    ...(takesNothing ? [t('stationOffice.takesNothing')] : []),
    ...(goesOn ? [t('stationOffice.goesOn', { station: goesOn.name || t('stationOffice.unnamed') })] : []),
  ];
}
