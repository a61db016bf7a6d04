import equal from 'fast-deep-equal';
import type { ChangeSettings, SetStations } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { Station } from './station.ts';
import { twofoldTable } from './table.ts';

/** [RTE5] New lines go by the new rules; what is under way stays where it is. */
export function setStations(view: KitchenView, { list, ifVersion }: SetStations, nowMs: number): Decision {
  const stations = view.stations();
  if (ifVersion !== undefined && ifVersion !== stations.version) return otherVersion(stations.version);
  const problem = problemIn(list);
  if (problem) return refuse('invalid', problem);
  if (equal(list, stations.list)) return accept();
  const next = { ...stations, list, version: stations.version + 1, updatedAtMs: nowMs };
  return accept({ type: 'station_changed', stations: next, data: { stations: list.length }, atMs: nowMs });
}

function problemIn(list: readonly Station[]): string | undefined {
  const ids = list.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) return 'Two stations have the same id.';
  if (!list.some(({ kind }) => kind === 'prep')) return 'A kitchen needs a station that cooks.';
  if (list.some(({ next }) => next !== null && !list.some(({ id, kind }) => id === next && kind === 'prep')))
    return 'A station can hand on only to another one that cooks.';
  return list.some((station) => isRound(station, list)) ? 'Stations hand on in a circle.' : undefined;
}

function isRound(first: Station, list: readonly Station[]): boolean {
  let at: Station | undefined = first;
  for (let steps = 0; steps <= list.length && at; steps++) {
    const { next }: Station = at;
    if (next === first.id) return true;
    at = list.find(({ id }) => id === next);
  }
  return false;
}

export function changeSettings(view: KitchenView, { change, ifVersion }: ChangeSettings, nowMs: number): Decision {
  const settings = view.settings();
  if (ifVersion !== undefined && ifVersion !== settings.version) return otherVersion(settings.version);
  const next = { ...settings, ...change };
  if (next.lateMinutes < next.warnMinutes) return refuse('invalid', 'A ticket cannot be late before it is slow.');
  if (next.alarmLouderSeconds < next.alarmRepeatSeconds)
    return refuse('invalid', 'It cannot sound louder before it sounds again.');
  if (twofoldTable(next.tables) !== undefined) return refuse('invalid', 'Two tables have the same name.');
  if (equal(next, settings)) return accept();
  const changed = { ...next, version: settings.version + 1, updatedAtMs: nowMs };
  return accept({ type: 'settings_changed', settings: changed, data: {}, atMs: nowMs });
}

const otherVersion = (version: number) => refuse('version_mismatch', `They are at version ${version} by now.`);
