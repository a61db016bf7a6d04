import { expect, test } from 'vitest';
import { type StationId, stationId } from '#shared/domain/id.ts';
import { untouched } from '#shared/domain/progress.ts';
import type { Station } from '#shared/domain/station.ts';
import { stationsOf } from '../../../test/harness/kitchen-world.ts';
import { menuItem } from '../../../test/harness/menu-item.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { choosableCategories, choosableDishes, offered } from './offered.ts';
import { openAt } from './open-at.ts';
import { trialRoute, trialTickets, unasked } from './trial-route.ts';

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id,
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});

const kitchen = stationsOf([
  station('grill', { categories: ['mains'], next: stationId('garnish') }),
  station('fry', { items: ['wings'], next: stationId('garnish') }),
  station('garnish', { next: stationId('wipe') }),
  station('wipe'),
  station('pass', { kind: 'expo' }),
]);

const dishes = {
  burger: menuItem('burger'),
  wings: menuItem('wings'),
  platter: menuItem('platter', { stations: [stationId('grill'), stationId('fry')] }),
  cake: menuItem('cake', { category: 'Sweets' }),
};

const told = (product: keyof typeof dishes) =>
  trialRoute(dishes[product], kitchen).map(({ turn, station: at, reason }) => `${turn} ${at} ${reason}`);

test('[STE4] a dish is told its stations in their turn, and why it comes there', () => {
  expect(told('burger')).toEqual(['1 grill category', '2 garnish category', '3 wipe category']);
  expect(told('wings')).toEqual(['1 fry station-item', '2 garnish station-item', '3 wipe station-item']);
  expect(told('platter')).toEqual(['1 grill menu-item', '1 fry menu-item', '2 garnish menu-item', '3 wipe menu-item']);
  expect(told('cake')[0]).toBe('1 grill fallback');
});

test('[STE4] from the other side each station that cooks has its ticket, in the order of the list', () => {
  const lines = [
    { product: dishes.wings, quantity: 2 },
    { product: dishes.platter, quantity: 1 },
  ];
  const tickets = trialTickets(lines, kitchen).map((ticket) => [
    ticket.station.id,
    ...ticket.lines.map(({ product, quantity }) => `${quantity} ${product.name}`),
  ]);
  expect(tickets).toEqual([
    ['grill', '1 platter'],
    ['fry', '2 wings', '1 platter'],
    ['garnish', '2 wings', '1 platter'],
    ['wipe', '2 wings', '1 platter'],
  ]);
});

test('[STE1] categories that nobody asks for are told, unless each of their dishes is sent by name', () => {
  expect(unasked(Object.values(dishes), kitchen)).toEqual(['Sweets']);
  const cakes = stationsOf([...kitchen.list, station('pastry', { items: ['cake'] })]);
  expect(unasked(Object.values(dishes), cakes)).toEqual([]);
});

const words = (typed: string, chosen: readonly string[], offersAll = false) => {
  const { known, own } = offered(typed, choosableDishes(Object.values(dishes)), chosen, offersAll);
  return { known: known.map(({ word }) => word), own };
};

test('[STE1] what is offered fits what is typed and is not chosen yet; another word can be had as it is written', () => {
  expect(words('', [])).toEqual({ known: [], own: undefined });
  expect(words('', ['Burger '], true)).toEqual({ known: ['cake', 'platter', 'wings'], own: undefined });
  expect(words('LAT', [])).toEqual({ known: ['platter'], own: 'LAT' });
  expect(words(' cake ', [])).toEqual({ known: ['cake'], own: undefined });
  expect(words('cake', ['cake'])).toEqual({ known: [], own: undefined });
  expect(words('Soup of the day', ['soup of the day'])).toEqual({ known: [], own: undefined });
  expect(offered('', choosableCategories(['Mains', 'Sweets']), ['mains'], true).known).toHaveLength(1);
});

test('[STE2] [RTE5] orders with something left to do at a station are counted before it goes', () => {
  const at = (status: 'pending' | 'ready', more: object = {}) =>
    buildLine('dish', { progress: [{ ...untouched('grill' as StationId, 'category'), status }], ...more });
  const orders = [
    buildOrder('1', { lines: [at('pending'), at('ready')] }),
    buildOrder('2', { lines: [at('ready')] }),
    buildOrder('3', { lines: [at('pending', { voidedAtMs: 1 })] }),
    buildOrder('4', { lines: [at('pending')], cancelledAtMs: 1 }),
  ];
  expect(openAt(orders, stationId('grill'))).toBe(1);
  expect(openAt(orders, stationId('bar'))).toBe(0);
});
