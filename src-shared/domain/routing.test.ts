import { expect, test } from 'vitest';
import { stationsOf } from '../../test/harness/kitchen-world.ts';
import { stationId } from './id.ts';
import { type Dish, routeOf } from './routing.ts';
import type { Station } from './station.ts';

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id,
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});

const dish = (change: Partial<Dish> = {}): Dish => ({
  name: 'Trout',
  sku: 'trout',
  category: 'Fish',
  stations: [],
  ...change,
});

const kitchen = stationsOf([
  station('cold', { categories: ['Salads'] }),
  station('grill', { categories: ['fish '], items: ['Special'] }),
  station('oven', { categories: ['FISH'], next: stationId('garnish') }),
  station('garnish', { items: ['TROUT-XL'] }),
  station('pass', { kind: 'expo', categories: ['Fish'], items: ['Trout'] }),
]);

const placesOf = (one: Dish) =>
  routeOf(one, kitchen).map(
    ({ station: at, routedBy, after }) => `${at} ${routedBy}${after.length > 0 ? ` after ${after.join('+')}` : ''}`,
  );

test.each<[string, Dish, string[]]>([
  [
    'its category, in any case, at every station that has it',
    dish(),
    ['grill category', 'oven category', 'garnish category after oven'],
  ],
  ['its menu item', dish({ stations: [stationId('cold')] }), ['cold menu-item']],
  ['its name, before anything else', dish({ name: 'special', stations: [stationId('cold')] }), ['grill station-item']],
  ['its sku', dish({ sku: 'trout-xl' }), ['garnish station-item']],
  ['the first that cooks, when nothing fits', dish({ category: 'Ices' }), ['cold fallback']],
  [
    'the first, when its menu item names a station that is gone',
    dish({ category: null, stations: [stationId('bar')] }),
    ['cold fallback'],
  ],
  [
    'both stations once, when it is sent to one and handed on to the other',
    dish({ stations: [stationId('garnish'), stationId('oven')] }),
    ['garnish menu-item after oven', 'oven menu-item'],
  ],
])('[RTE1] [RTE3] a dish goes by %s', (_how, one, expected) => {
  expect(placesOf(one)).toEqual(expected);
});

test('[RTE3] a station that finishes waits for all that hand to it', () => {
  const plating = stationsOf([
    station('grill', { next: stationId('plate') }),
    station('fry', { next: stationId('plate') }),
    station('plate'),
  ]);
  const routed = (...ids: string[]) =>
    routeOf(dish({ stations: ids.map(stationId) }), plating).map(
      ({ station: at, after }) => `${at}<${after.join('+')}`,
    );
  expect(routed('grill', 'fry')).toEqual(['grill<', 'fry<', 'plate<grill+fry']);
  expect(routed('plate', 'grill')).toEqual(['plate<grill', 'grill<']);
  expect(routed('fry')).toEqual(['fry<', 'plate<fry']);
});

test('[RTE1] the expo cooks nothing', () => {
  expect(placesOf(dish({ name: 'Trout', sku: null, category: null, stations: [stationId('pass')] }))).toEqual([
    'cold fallback',
  ]);
});
