import type { SettingsChange } from '#shared/domain/settings.ts';
import type { SettingsIn } from '#shared/protocol/site-requests.ts';

/** What a manager chooses among the rules of the house; tables, guests and what is printed have pages of their own. */
export type HouseChange = Omit<SettingsChange, 'tables' | 'backupPrintSeconds' | 'customerAccounts' | 'selfOrdering'>;

const names = {
  warnMinutes: 'warn_minutes',
  lateMinutes: 'late_minutes',
  lateAfterTargetMinutes: 'late_after_target_minutes',
  holdCourses: 'hold_courses',
  firing: 'firing',
  leadMinutes: 'lead_minutes',
  leadSecondsPerItem: 'lead_seconds_per_item',
  acknowledgeAllergens: 'acknowledge_allergens',
  autoBumpMinutes: 'auto_bump_minutes',
  nightlyClear: 'nightly_clear',
  alarmRepeatSeconds: 'alarm_repeat_seconds',
  alarmLouderSeconds: 'alarm_louder_seconds',
} as const satisfies Readonly<Record<keyof HouseChange, keyof SettingsIn>>;

/** As `PATCH /settings` has it: what is not named stays. */
export const wireOf = (change: HouseChange): SettingsIn =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [names[name as keyof HouseChange], value]));
