import { useMemo } from 'react';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { type HeldCourse, heldHere } from '../../store/held.ts';

/** All that waits here until somebody fires it ([FIR2]). */
export function useHeld(): readonly HeldCourse[] {
  const { client } = useScreen();
  const kitchen = useScreenState((state) => state.kitchen);
  const pending = useScreenState((state) => state.pending);
  const station = useScreenState((state) => state.station);
  const momentMs = useScreenState((state) => state.momentMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => heldHere(client.store.getState()), [client, kitchen, pending, station, momentMs]);
}
