import type { StationId } from '#shared/domain/id.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { hasExpo, type Stations, stationOf } from '#shared/domain/station.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';
import { kitchenOf } from '../store/screen-state.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { useScreenState } from './screen-context.ts';

export const useSettings = (): Settings => useScreenState((state) => kitchenOf(state).settings);

/** Tells the time of day by the restaurant's clock ([TOD1]). */
export function useTimeOfDay(): (atMs: number) => string {
  const timeZone = useScreenState((state) => kitchenOf(state).settings.timeZone);
  return (atMs) => timeOfDay(atMs, timeZone);
}

export const useStations = (): Stations => useScreenState((state) => kitchenOf(state).stations);

/** What the kitchen calls a station; one that is no more keeps its id. */
export function useStationName(): (id: StationId) => string {
  const stations = useStations();
  return (id) => stationOf(stations, id)?.name ?? id;
}

/** This screen gathers what others make, and hands it over ([EXP1]). */
export const useIsPass = ({ station }: Pick<Viewpoint, 'station'>): boolean =>
  hasExpo(useStations()) && station === null;

/** The whole kitchen is on this screen, and it has several places: each line says how far they are ([PAS1]). */
export function useShowsStations({ station }: Viewpoint): boolean {
  const { list } = useStations();
  return station === null && list.length > 1;
}
