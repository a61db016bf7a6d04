import type { ShareFigures } from '#shared/protocol/wire-report.ts';

/** Null where no portion says how long it took. */
export const shareOnTime = ({ late, prep }: Pick<ShareFigures, 'late' | 'prep'>): number | null =>
  prep.count === 0 ? null : 1 - late / prep.count;
