import { defaultStation, type StationId } from './id.ts';
import { type Progress, type RouteReason, untouched } from './progress.ts';
import { type Station, type Stations, stationOf } from './station.ts';

/** What routing knows of a dish. */
export type Dish = {
  readonly name: string;
  readonly sku: string | null;
  readonly category: string | null;
  /** Stations that its menu item names. */
  readonly stations: readonly StationId[];
};

/**
 * The shares of a new line ([RTE1]): stations that name this very dish, else those that its menu item names, else
 * those of its category, else the first that cooks. Each goes on to the station it hands to, which waits for all who
 * hand to it ([RTE3]).
 */
export function routeOf(dish: Dish, stations: Stations): readonly Progress[] {
  const { ids, reason } = firstStations(dish, stations);
  const all = new Set(ids);
  // A set gives what is added while it is walked through.
  for (const id of all) {
    const next = nextOf(stations, id);
    if (next) all.add(next);
  }
  const makers = (id: StationId) => [...all].filter((one) => nextOf(stations, one) === id);
  return [...all].map((id) => untouched(id, reason, makers(id)));
}

const nextOf = (stations: Stations, id: StationId) => stationOf(stations, id)?.next;

type Found = { readonly ids: readonly StationId[]; readonly reason: RouteReason };

function firstStations(dish: Dish, stations: Stations): Found {
  const cooking = stations.list.filter(({ kind }) => kind === 'prep');
  const byItem = cooking.filter((station) => namesDish(station, dish));
  if (byItem.length > 0) return { ids: idsOf(byItem), reason: 'station-item' };
  const known = dish.stations.filter((id) => cooking.some((station) => station.id === id));
  if (known.length > 0) return { ids: known, reason: 'menu-item' };
  const byCategory = cooking.filter(({ categories }) => dish.category !== null && has(categories, dish.category));
  if (byCategory.length > 0) return { ids: idsOf(byCategory), reason: 'category' };
  return { ids: [cooking[0]?.id ?? defaultStation], reason: 'fallback' };
}

const idsOf = (stations: readonly Station[]) => stations.map(({ id }) => id);

const namesDish = ({ items }: Station, { sku, name }: Dish) => has(items, name) || (sku !== null && has(items, sku));

/** People and POS systems do not agree on capitals. */
const has = (words: readonly string[], word: string) => words.some((one) => plain(one) === plain(word));
const plain = (word: string) => word.trim().toLowerCase();
