import type { SettingsChange } from '#shared/domain/settings.ts';
import type { SettingsIn } from '#shared/protocol/site-requests.ts';

/** What a manager chooses here; nothing else can be asked for, and so nothing is left out on the way. */
export type HouseChange = Pick<
  SettingsChange,
  'warnMinutes' | 'lateMinutes' | 'holdCourses' | 'firing' | 'acknowledgeAllergens' | 'autoBumpMinutes' | 'nightlyClear'
>;

/** As `PATCH /settings` has it: what is not named stays. */
export function wireOf(change: HouseChange): SettingsIn {
  return {
    warn_minutes: change.warnMinutes,
    late_minutes: change.lateMinutes,
    hold_courses: change.holdCourses,
    firing: change.firing,
    acknowledge_allergens: change.acknowledgeAllergens,
    auto_bump_minutes: change.autoBumpMinutes,
    nightly_clear: change.nightlyClear,
  };
}
