import { useState } from 'react';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { type HeldCourse, isFired } from '../../store/held.ts';
import { useHeld } from './use-held.ts';

export type ShownHeld = { readonly key: string; readonly held: HeldCourse; readonly isFired: boolean };

/**
 * What is on hold, and what was while its list is open: it keeps its place and says that it is fired, so that nothing
 * slides under a finger. What was called off meanwhile goes.
 */
export function useShownHeld(): readonly ShownHeld[] {
  const { client } = useScreen();
  const held = useHeld();
  const station = useScreenState((state) => state.station);
  const [seen, setSeen] = useState({ held, station, rows: held });
  const before = seen.station === station ? seen.rows : [];
  const rows = seen.held === held && seen.station === station ? seen.rows : withNew(before, held);
  if (rows !== seen.rows || held !== seen.held) setSeen({ held, station, rows });
  const now = new Set(held.map(keyOf));
  const state = client.store.getState();
  return rows
    .map((one) => ({ key: keyOf(one), held: one, isFired: !now.has(keyOf(one)) }))
    .filter((row) => !row.isFired || isFired(row.held, state));
}

const keyOf = ({ order, course }: HeldCourse): string => `${order.id}/${course}`;

/** Each as it is now, in the place that it has; new ones come last. */
function withNew(before: readonly HeldCourse[], now: readonly HeldCourse[]): readonly HeldCourse[] {
  const byKey = new Map(now.map((one) => [keyOf(one), one]));
  const known = new Set(before.map(keyOf));
  return [...before.map((one) => byKey.get(keyOf(one)) ?? one), ...now.filter((one) => !known.has(keyOf(one)))];
}
