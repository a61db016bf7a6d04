import { type StationId, stationId } from '#shared/domain/id.ts';
import { type Station, type Stations, stationOf } from '#shared/domain/station.ts';

/** Where this screen stands, as far as the kitchen knows such a station. */
export type ScreenStation =
  | { readonly kind: 'all' }
  | { readonly kind: 'station'; readonly station: Station }
  /** It has gone, or never was: everything is shown, and the screen says why ([SCR3]). */
  | { readonly kind: 'gone'; readonly wanted: string };

/** Whose work a screen is to show: a station, null for the whole kitchen, or what the page's address calls it ([SCR2]). */
export type WantedStation = StationId | null | { readonly named: string };

/** Which station that is in this kitchen; known as soon as the kitchen is. */
export const stationFor = (wanted: WantedStation, stations: Stations): StationId | null =>
  typeof wanted === 'object' && wanted !== null ? wantedStation(wanted.named, stations) : wanted;

/** An address may call a station by its id or by its name, in any case. */
function wantedStation(named: string, { list }: Stations): StationId {
  const lower = named.trim().toLowerCase();
  const found = list.find(({ id, name }) => id.toLowerCase() === lower || name.toLowerCase() === lower);
  return found?.id ?? stationId(named);
}

export function screenStation(wanted: StationId | null, stations: Stations): ScreenStation {
  if (wanted === null) return { kind: 'all' };
  const station = stationOf(stations, wanted);
  return station ? { kind: 'station', station } : { kind: 'gone', wanted };
}
