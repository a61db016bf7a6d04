import { useMemo } from 'react';
import { type HeldCourse, heldHere } from '../../store/held.ts';
import { useBoard, useScreen } from '../screen-context.ts';

/** All that waits here until somebody fires it ([FIR2]). */
export function useHeld(): readonly HeldCourse[] {
  const { client } = useScreen();
  const kitchen = useBoard((state) => state.kitchen);
  const pending = useBoard((state) => state.pending);
  const station = useBoard((state) => state.station);
  const momentMs = useBoard((state) => state.momentMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => heldHere(client.store.getState()), [client, kitchen, pending, station, momentMs]);
}
