import type { ChangeSettings, SetStations } from '#shared/domain/command.ts';
import { stationId } from '#shared/domain/id.ts';
import type { SettingsChange } from '#shared/domain/settings.ts';
import type { SettingsIn, StationsIn } from '#shared/protocol/site-requests.ts';
import { toWireSettings, toWireStations, type WireSettings, type WireStations } from '#shared/protocol/wire-site.ts';
import type { Caller, OrderStore } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { type Answer, type RequestMark, submissionOf } from './submission.ts';

/** Where every door hands in what people want done with the stations and the settings. */
export interface SiteDesk {
  setStations(caller: Caller, input: StationsIn, mark: RequestMark): Promise<Answer>;
  changeSettings(caller: Caller, input: SettingsIn, mark: RequestMark): Promise<Answer>;
  stations(caller: Caller): WireStations;
  settings(caller: Caller): WireSettings;
}

export type SiteDeskDeps = { readonly queue: CommitQueue; readonly store: OrderStore };

export function createSiteDesk({ queue, store }: SiteDeskDeps): SiteDesk {
  const stations = (caller: Caller, from = store) => toWireStations(from.stations(caller.restaurantId));
  const settings = (caller: Caller, from = store) => toWireSettings(from.settings(caller.restaurantId));

  return {
    setStations: (caller, input, mark) => {
      const command = { ...setStations(caller, input), ...versionOf(mark) };
      const current = (from: OrderStore) => stations(caller, from);
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make: () => ({ command }), current }));
    },
    changeSettings: (caller, input, mark) => {
      const command = { ...changeSettings(caller, input), ...versionOf(mark) };
      const current = (from: OrderStore) => settings(caller, from);
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make: () => ({ command }), current }));
    },
    stations: (caller) => stations(caller),
    settings: (caller) => settings(caller),
  };
}

const versionOf = ({ ifVersion }: RequestMark) => (ifVersion === undefined ? {} : { ifVersion });

function setStations({ restaurantId }: Caller, { items }: StationsIn): SetStations {
  const list = items.map(({ id, next, ...station }) => ({
    ...station,
    id: stationId(id),
    next: next === null ? null : stationId(next),
  }));
  return { kind: 'stations.set', restaurantId, list };
}

const fieldNames = {
  warn_minutes: 'warnMinutes',
  late_minutes: 'lateMinutes',
  late_after_target_minutes: 'lateAfterTargetMinutes',
  hold_courses: 'holdCourses',
  firing: 'firing',
  lead_minutes: 'leadMinutes',
  lead_seconds_per_item: 'leadSecondsPerItem',
  acknowledge_allergens: 'acknowledgeAllergens',
  auto_bump_minutes: 'autoBumpMinutes',
  nightly_clear: 'nightlyClear',
  customer_accounts: 'customerAccounts',
  self_ordering: 'selfOrdering',
  alarm_repeat_seconds: 'alarmRepeatSeconds',
  alarm_louder_seconds: 'alarmLouderSeconds',
  backup_print_seconds: 'backupPrintSeconds',
  tables: 'tables',
} as const satisfies Record<Exclude<keyof SettingsIn, 'made_at'>, keyof SettingsChange>;

function changeSettings({ restaurantId }: Caller, { made_at: _, ...input }: SettingsIn): ChangeSettings {
  const named = Object.entries(input).filter(([, value]) => value !== undefined);
  const change = Object.fromEntries(named.map(([name, value]) => [fieldNames[name as keyof typeof fieldNames], value]));
  return { kind: 'settings.change', restaurantId, change };
}
