import { expect, test } from 'vitest';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import { firstStations, type Stations } from '#shared/domain/station.ts';
import { screenStation, stationFor } from './screen-station.ts';

const station = (id: string, name: string) =>
  ({ id: stationId(id), name, kind: 'prep', categories: [], items: [], next: null }) as const;
const stations: Stations = {
  ...firstStations(restaurantId('main')),
  list: [station('grill', 'Grill'), station('st-2', 'Cold Side')],
};

test('[SCR2] an address names a station by its id or its name, in any case', () => {
  expect(stationFor({ named: 'grill' }, stations)).toBe('grill');
  expect(stationFor({ named: 'cold side' }, stations)).toBe('st-2');
  expect(stationFor({ named: 'COLD SIDE ' }, stations)).toBe('st-2');
  expect(stationFor({ named: 'bakery' }, stations)).toBe('bakery');
  expect(stationFor(stationId('st-2'), stations)).toBe('st-2');
  expect(stationFor(null, stations)).toBeNull();
});

test('[SCR3] a station that is not there is said to be gone', () => {
  expect(screenStation(stationId('grill'), stations)).toEqual({ kind: 'station', station: stations.list[0] });
  expect(screenStation(stationId('bakery'), stations)).toEqual({ kind: 'gone', wanted: 'bakery' });
  expect(screenStation(null, stations)).toEqual({ kind: 'all' });
});
