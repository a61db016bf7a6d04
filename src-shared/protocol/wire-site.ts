import { restaurantId, stationId } from '../domain/id.ts';
import type { Firing, Settings } from '../domain/settings.ts';
import type { StationKind, Stations } from '../domain/station.ts';
import { toIso, toMs } from './wire-time.ts';

/** How a kitchen is set up, as answers and events show it: its stations, and what holds for all screens. */

export type WireStation = {
  id: string;
  name: string;
  kind: StationKind;
  categories: string[];
  items: string[];
  next: string | null;
};

export type WireStations = {
  restaurant_id: string;
  version: number;
  items: WireStation[];
  updated_at: string;
};

export type WireTable = { name: string; area: string; seats: number | null };

export type WireSettings = {
  restaurant_id: string;
  version: number;
  time_zone: string | null;
  warn_minutes: number;
  late_minutes: number;
  late_after_target_minutes: number;
  hold_courses: boolean;
  firing: Firing;
  lead_minutes: number;
  lead_seconds_per_item: number;
  acknowledge_allergens: boolean;
  auto_bump_minutes: number | null;
  nightly_clear: boolean;
  customer_accounts: boolean;
  self_ordering: boolean;
  alarm_repeat_seconds: number;
  alarm_louder_seconds: number;
  backup_print_seconds: number | null;
  tables: WireTable[];
  updated_at: string;
};

export function toWireStations(stations: Stations): WireStations {
  return {
    restaurant_id: stations.restaurantId,
    version: stations.version,
    items: stations.list.map(({ categories, items, ...station }) => ({
      ...station,
      categories: [...categories],
      items: [...items],
    })),
    updated_at: toIso(stations.updatedAtMs),
  };
}

/** The inverse of `toWireStations` ([WIR2]). */
export function fromWireStations(wire: WireStations): Stations {
  return {
    restaurantId: restaurantId(wire.restaurant_id),
    version: wire.version,
    list: wire.items.map(({ id, next, ...station }) => ({
      ...station,
      id: stationId(id),
      next: next === null ? null : stationId(next),
    })),
    updatedAtMs: toMs(wire.updated_at),
  };
}

export function toWireSettings(settings: Settings): WireSettings {
  return {
    restaurant_id: settings.restaurantId,
    version: settings.version,
    time_zone: settings.timeZone,
    warn_minutes: settings.warnMinutes,
    late_minutes: settings.lateMinutes,
    late_after_target_minutes: settings.lateAfterTargetMinutes,
    hold_courses: settings.holdCourses,
    firing: settings.firing,
    lead_minutes: settings.leadMinutes,
    lead_seconds_per_item: settings.leadSecondsPerItem,
    acknowledge_allergens: settings.acknowledgeAllergens,
    auto_bump_minutes: settings.autoBumpMinutes,
    nightly_clear: settings.nightlyClear,
    customer_accounts: settings.customerAccounts,
    self_ordering: settings.selfOrdering,
    alarm_repeat_seconds: settings.alarmRepeatSeconds,
    alarm_louder_seconds: settings.alarmLouderSeconds,
    backup_print_seconds: settings.backupPrintSeconds,
    tables: settings.tables.map((table) => ({ ...table })),
    updated_at: toIso(settings.updatedAtMs),
  };
}

/** The inverse of `toWireSettings` ([WIR2]). */
export function fromWireSettings(wire: WireSettings): Settings {
  return {
    restaurantId: restaurantId(wire.restaurant_id),
    version: wire.version,
    timeZone: wire.time_zone,
    warnMinutes: wire.warn_minutes,
    lateMinutes: wire.late_minutes,
    lateAfterTargetMinutes: wire.late_after_target_minutes,
    holdCourses: wire.hold_courses,
    firing: wire.firing,
    leadMinutes: wire.lead_minutes,
    leadSecondsPerItem: wire.lead_seconds_per_item,
    acknowledgeAllergens: wire.acknowledge_allergens,
    autoBumpMinutes: wire.auto_bump_minutes,
    nightlyClear: wire.nightly_clear,
    // An older server has no such thing.
    customerAccounts: wire.customer_accounts ?? false,
    selfOrdering: wire.self_ordering ?? false,
    alarmRepeatSeconds: wire.alarm_repeat_seconds,
    alarmLouderSeconds: wire.alarm_louder_seconds,
    // A kitchen computer of before prints nothing.
    backupPrintSeconds: wire.backup_print_seconds ?? null,
    tables: (wire.tables ?? []).map((table) => ({ ...table })),
    updatedAtMs: toMs(wire.updated_at),
  };
}
