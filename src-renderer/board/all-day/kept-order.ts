import { useState } from 'react';
import type { AllDayCount } from '#shared/domain/all-day.ts';
import type { StationId } from '#shared/domain/id.ts';

type Kept = { readonly station: StationId | null; readonly names: readonly string[] };

/**
 * While the counts are open a dish keeps its place, however many of it are ordered, also when it was gone meanwhile:
 * nothing moves under an eye or a finger. What is new comes last ([ALL3]).
 *
 * @param counts most first
 */
export function useKeptOrder(counts: readonly AllDayCount[], station: StationId | null): readonly AllDayCount[] {
  const [kept, setKept] = useState<Kept>({ station, names: [] });
  const before = kept.station === station ? kept.names : [];
  const names = withNew(before, counts);
  if (names !== kept.names) setKept({ station, names });
  return inOrder(counts, names);
}

/** The same list when nothing is new. */
export function withNew(before: readonly string[], counts: readonly AllDayCount[]): readonly string[] {
  const known = new Set(before);
  const added = counts.flatMap(({ name }) => (known.has(name) ? [] : name));
  return added.length === 0 ? before : [...before, ...added];
}

export function inOrder(counts: readonly AllDayCount[], names: readonly string[]): readonly AllDayCount[] {
  const byName = new Map(counts.map((count) => [count.name, count]));
  return names.flatMap((name) => byName.get(name) ?? []);
}
