import type { SettingsChange } from '#shared/domain/settings.ts';
import type { SettingsIn } from '#shared/protocol/site-requests.ts';

type Changeable = Pick<
  SettingsChange,
  'warnMinutes' | 'lateMinutes' | 'holdCourses' | 'firing' | 'acknowledgeAllergens' | 'autoBumpMinutes' | 'nightlyClear'
>;

/** As `PATCH /settings` has it: what is not named stays. */
export function wireOf(change: Changeable): SettingsIn {
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
