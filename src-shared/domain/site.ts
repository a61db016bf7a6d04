import equal from 'fast-deep-equal';
import type { ChangeSettings, SetStations } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { type StationFault, stationFaults } from './station-faults.ts';
import { twofoldTable } from './table.ts';

/** [RTE5] New lines go by the new rules; what is under way stays where it is. */
export function setStations(view: KitchenView, { list, ifVersion }: SetStations, nowMs: number): Decision {
  const stations = view.stations();
  if (ifVersion !== undefined && ifVersion !== stations.version) return otherVersion(stations.version);
  const [fault] = stationFaults(list);
  if (fault) return refuse('invalid', sentences[fault.what]);
  if (equal(list, stations.list)) return accept();
  const next = { ...stations, list, version: stations.version + 1, updatedAtMs: nowMs };
  return accept({ type: 'station_changed', stations: next, data: { stations: list.length }, atMs: nowMs });
}

const sentences: Readonly<Record<StationFault['what'], string>> = {
  'same-id': 'Two stations have the same id.',
  'nobody-cooks': 'A kitchen needs a station that cooks.',
  'hands-on-to-nobody': 'A station can hand on only to another one that cooks.',
  circle: 'Stations hand on in a circle.',
};

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
