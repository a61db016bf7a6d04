import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import type { Station } from '#shared/domain/station.ts';
import {
  added,
  changed,
  changedBetween,
  faultsIn,
  idFor,
  isNew,
  moved,
  readyToSave,
  type StationList,
  without,
} from './station-draft.ts';

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id,
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});

const list: StationList = [
  station('grill', { next: stationId('finish') }),
  station('finish'),
  station('pass', { kind: 'expo' }),
];
const idsOf = (some: StationList) => some.map(({ id }) => id);

test.each([
  ['Grill 2', 'grill-2'],
  ['  Crêpes & Gaufres!  ', 'crepes-gaufres'],
  ['Grill', 'grill-3'],
  ['烤架', 'station'],
  ['مشواة', 'station'],
  ['---', 'station'],
  ['x'.repeat(60), 'x'.repeat(37)],
])('[STE1] a station called %j has the address %j', (name, id) => {
  expect(idFor(name, [station('grill'), station('grill-2')])).toBe(name === 'Grill 2' ? `${id}-2` : id);
  expect(/^[a-z0-9][a-z0-9-]{0,39}$/.test(idFor(name, []))).toBe(true);
});

test('[STE1] a new station gets its id from its name when it is saved, and keeps it for ever after', () => {
  const two = added(added(list));
  const [first, second] = two.filter(isNew);
  expect(first?.id).not.toBe(second?.id);
  const named = changed(changed(two, first!.id, { name: ' Bar ', next: second!.id }), second!.id, { name: 'Bar' });
  const saved = readyToSave(named);
  expect(saved.slice(3)).toEqual([
    station('bar', { name: 'Bar', next: stationId('bar-2') }),
    station('bar-2', { name: 'Bar' }),
  ]);
  expect(readyToSave(changed(saved, stationId('bar'), { name: 'Counter' })).at(3)?.id).toBe('bar');
});

test('[STE1] stations go up and down, and no further than there are others', () => {
  expect(idsOf(moved(list, stationId('finish'), -1))).toEqual(['finish', 'grill', 'pass']);
  expect(idsOf(moved(list, stationId('finish'), 1))).toEqual(['grill', 'pass', 'finish']);
  expect(moved(list, stationId('grill'), -1)).toBe(list);
  expect(moved(list, stationId('pass'), 1)).toBe(list);
});

test('[STE1] one that goes is handed on to by nobody', () => {
  expect(without(list, stationId('finish'))).toEqual([station('grill'), list[2]]);
});

const told = (some: StationList) => faultsIn(some).map(({ station: at, field, what }) => `${at}.${field}: ${what}`);

test.each<[string, StationList, string[]]>([
  ['nothing', list, []],
  ['no name', [station('a', { name: ' ' })], ['a.name: no-name']],
  [
    'a name that another has',
    [station('a', { name: 'Grill' }), station('b', { name: ' grill' })],
    ['a.name: name-taken', 'b.name: name-taken'],
  ],
  [
    'a circle of three',
    [
      station('a', { next: stationId('b') }),
      station('b', { next: stationId('c') }),
      station('c', { next: stationId('a') }),
      station('d', { next: stationId('a') }),
    ],
    ['a.next: circle', 'b.next: circle', 'c.next: circle'],
  ],
  ['itself', [station('a', { next: stationId('a') })], ['a.next: circle']],
  [
    'one that does not cook',
    [station('a', { next: stationId('pass') }), station('pass', { kind: 'expo' })],
    ['a.next: hands-on-to-nobody'],
  ],
  ['nobody who cooks', [station('pass', { kind: 'expo' })], ['null.list: nobody-cooks']],
])('[STE1] [RTE3] %s is said at its field', (_what, some, expected) => {
  expect(told(some)).toEqual(expected);
});

test('[STE2] what somebody else has changed is told by its name', () => {
  const theirs = [station('grill', { name: 'Charcoal' }), list[1], station('bar')] as StationList;
  expect(changedBetween(list, theirs)).toEqual(['Charcoal', 'bar', 'pass']);
  expect(changedBetween(list, [...list].reverse())).toEqual([]);
});
