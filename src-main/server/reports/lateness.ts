import type { Settings } from '#shared/domain/settings.ts';

/** By which a ticket is late, the same as on the boards ([AGE1]). */
export type Lateness = Pick<Settings, 'lateMinutes' | 'lateAfterTargetMinutes'>;

/** From so many seconds on it is late; `target` in minutes, below zero for none. */
export const lateFromS = (target: number, { lateMinutes, lateAfterTargetMinutes }: Lateness): number =>
  60 * (target < 0 ? lateMinutes : target + lateAfterTargetMinutes);
