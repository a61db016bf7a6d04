import { useMemo } from 'react';
import { kitchenOf } from '../store/board-state.ts';
import { type ScreenStation, screenStation } from '../store/screen-station.ts';
import { useBoard } from './screen-context.ts';

/** Whose work this screen shows; the whole kitchen's as long as its stations are not known. */
export function useScreenStation(): ScreenStation {
  const wanted = useBoard((state) => (state.kitchen ? state.station : null));
  const stations = useBoard((state) => kitchenOf(state).stations);
  return useMemo(() => screenStation(wanted, stations), [wanted, stations]);
}
