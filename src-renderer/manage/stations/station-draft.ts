import equal from 'fast-deep-equal';
import { type StationId, stationId } from '#shared/domain/id.ts';
import type { Station } from '#shared/domain/station.ts';
import { stationFaults } from '#shared/domain/station-faults.ts';

/** The stations as a manager has them before them, not saved yet. Each change gives another list. */
export type StationList = readonly Station[];

/** The last letter of an id that the server takes. */
const longestId = 40;
export const mostStations = 40;
export const longestName = 60;

/** A name that can stand in an address: `Grill 2` is `grill-2`. One without Latin letters is numbered. */
export function idFor(name: string, list: StationList): StationId {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const base = slug.slice(0, longestId - 3).replace(/-+$/, '') || 'station';
  const taken = new Set<string>(list.map(({ id }) => id));
  for (let number = 2, id = base; ; id = `${base}-${number++}`) if (!taken.has(id)) return stationId(id);
}

/** One that has no name yet gets its id with the first name that is saved. */
const newPrefix = 'new ';
export const isNew = ({ id }: Pick<Station, 'id'>): boolean => id.startsWith(newPrefix);

export function added(list: StationList): StationList {
  const highest = Math.max(0, ...list.filter(isNew).map(({ id }) => Number(id.slice(newPrefix.length))));
  const id = stationId(`${newPrefix}${highest + 1}`);
  return [...list, { id, name: '', kind: 'prep', categories: [], items: [], next: null }];
}

export const changed = (list: StationList, id: StationId, change: Partial<Station>): StationList =>
  list.map((one) => (one.id === id ? { ...one, ...change } : one));

/** Those who handed on to it hand on to nobody. */
export const without = (list: StationList, id: StationId): StationList =>
  list.filter((one) => one.id !== id).map((one) => (one.next === id ? { ...one, next: null } : one));

export function moved(list: StationList, id: StationId, by: -1 | 1): StationList {
  const at = list.findIndex((one) => one.id === id);
  const [one, other] = [list[at], list[at + by]];
  if (!one || !other) return list;
  return list.map((each) => (each === one ? other : each === other ? one : each));
}

/** As it is sent: names without blanks around them, and with ids. */
export function readyToSave(list: StationList): StationList {
  const ids = new Map<StationId, StationId>();
  let known = list.filter((one) => !isNew(one));
  for (const one of list.filter(isNew)) {
    const id = idFor(one.name, known);
    ids.set(one.id, id);
    known = [...known, { ...one, id }];
  }
  const idOf = (id: StationId) => ids.get(id) ?? id;
  return list.map((one) => ({
    ...one,
    id: idOf(one.id),
    name: one.name.trim(),
    next: one.next === null ? null : idOf(one.next),
  }));
}

export type DraftFault = {
  readonly station: StationId | null;
  readonly field: 'name' | 'next' | 'list';
  readonly what: 'no-name' | 'name-taken' | 'hands-on-to-nobody' | 'circle' | 'nobody-cooks';
};

/** What the server would refuse, and what people would mix up, each with its field. */
export function faultsIn(list: StationList): readonly DraftFault[] {
  const plain = (name: string) => name.trim().toLowerCase();
  const names = list.map(({ name }) => plain(name));
  const wrongNames = list.flatMap(({ id, name }): DraftFault[] => {
    if (plain(name) === '') return [{ station: id, field: 'name', what: 'no-name' }];
    const isTaken = names.filter((other) => other === plain(name)).length > 1;
    return isTaken ? [{ station: id, field: 'name', what: 'name-taken' }] : [];
  });
  const wrongWays = stationFaults(list).flatMap(({ what, station }): DraftFault[] =>
    // Ids are ours: no two are the same.
    what === 'same-id' ? [] : [{ station, field: station === null ? 'list' : 'next', what }],
  );
  return [...wrongNames, ...wrongWays];
}

/** Names of those that somebody else has added, taken out or changed between two lists. */
export function changedBetween(before: StationList, after: StationList): readonly string[] {
  const find = (list: StationList, { id }: Station) => list.find((one) => one.id === id);
  const here = after.filter((one) => !equal(one, find(before, one)));
  const gone = before.filter((one) => !find(after, one));
  return [...here, ...gone].map(({ name }) => name);
}
