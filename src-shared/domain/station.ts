import { defaultStation, type RestaurantId, type StationId } from './id.ts';

/** `prep` cooks; `expo` gathers what the others have made and hands it over ([EXP1]). */
export const stationKinds = ['prep', 'expo'] as const;
export type StationKind = (typeof stationKinds)[number];

/** A place in the kitchen that has a screen of its own. */
export type Station = {
  readonly id: StationId;
  readonly name: string;
  readonly kind: StationKind;
  /** Menu categories whose dishes come here. */
  readonly categories: readonly string[];
  /** Single dishes, by sku or by name as sold; they count before anything else ([RTE1]). */
  readonly items: readonly string[];
  /** Where a line goes on when it is done here: make, then finish ([RTE3]). */
  readonly next: StationId | null;
};

/** All of a restaurant's stations, in the order in which they are offered. Changed as a whole: routing is one thing. */
export type Stations = {
  readonly restaurantId: RestaurantId;
  readonly version: number;
  readonly list: readonly Station[];
  readonly updatedAtMs: number;
};

/** Before anybody has set up others: one screen for everything. */
export const firstStations = (restaurantId: RestaurantId): Stations => ({
  restaurantId,
  version: 0,
  list: [{ id: defaultStation, name: 'Kitchen', kind: 'prep', categories: [], items: [], next: null }],
  updatedAtMs: 0,
});

export const stationOf = ({ list }: Stations, id: StationId): Station | undefined => list.find((one) => one.id === id);

export const hasExpo = ({ list }: Stations): boolean => list.some(({ kind }) => kind === 'expo');
