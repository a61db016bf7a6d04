import type { AllDayCount } from '#shared/domain/all-day.ts';

/**
 * While the counts are open a dish keeps its place, however many of it are ordered: nothing moves under an eye or a
 * finger. What is new comes last ([ALL3]).
 *
 * @param counts most first
 * @param before the names as they stood; the same list when nothing has come or gone
 */
export function keptOrder(counts: readonly AllDayCount[], before: readonly string[]): readonly string[] {
  const names = new Set(counts.map(({ name }) => name));
  const stayed = before.filter((name) => names.delete(name));
  return names.size === 0 && stayed.length === before.length ? before : [...stayed, ...names];
}
