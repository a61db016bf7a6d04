import { useMemo } from 'react';
import { useScreenState } from '../screen/screen-context.ts';
import { kitchenOf } from '../store/screen-state.ts';
import { type ScreenStation, screenStation } from '../store/screen-station.ts';

/** Whose work this screen shows; the whole kitchen's as long as its stations are not known. */
export function useScreenStation(): ScreenStation {
  const wanted = useScreenState((state) => (state.kitchen ? state.station : null));
  const stations = useScreenState((state) => kitchenOf(state).stations);
  return useMemo(() => screenStation(wanted, stations), [wanted, stations]);
}
