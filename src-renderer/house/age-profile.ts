import type { Settings } from '#shared/domain/settings.ts';

/** When a ticket is slow and late, as kitchens of a kind have it; the figures are those of the trade ([AGE1]). */
export const ageProfiles = [
  { name: 'quick', warnMinutes: 5, lateMinutes: 8 },
  { name: 'casual', warnMinutes: 8, lateMinutes: 12 },
  { name: 'full', warnMinutes: 10, lateMinutes: 15 },
] as const;

type Limits = Pick<Settings, 'warnMinutes' | 'lateMinutes'>;

/** Undefined where the house has figures of its own. */
export const profileOf = ({ warnMinutes, lateMinutes }: Limits) =>
  ageProfiles.find((one) => one.warnMinutes === warnMinutes && one.lateMinutes === lateMinutes);
