import { type StationId, stationId } from '#shared/domain/id.ts';
import { type Station, type Stations, stationOf } from '#shared/domain/station.ts';

/** Where this screen stands, as far as the kitchen knows such a station. */
export type ScreenStation =
  | { readonly kind: 'all' }
  | { readonly kind: 'station'; readonly station: Station }
  /** It has gone, or never was: everything is shown, and the screen says why ([SCR3]). */
  | { readonly kind: 'gone'; readonly wanted: string };

/** An address may call a station by its id or by its name, in any case. */
export function wantedStation(named: string, { list }: Stations): StationId {
  const lower = named.trim().toLowerCase();
  const found = list.find(({ id, name }) => id.toLowerCase() === lower || name.toLowerCase() === lower);
  return found?.id ?? stationId(named);
}

export function screenStation(wanted: StationId | null, stations: Stations): ScreenStation {
  if (wanted === null) return { kind: 'all' };
  const station = stationOf(stations, wanted);
  return station ? { kind: 'station', station } : { kind: 'gone', wanted };
}
