import { type ComponentType, createContext, use, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { ScreenClient } from '../store/screen-client.ts';
import type { ScreenState } from '../store/screen-state.ts';
import type { Moment, Ticker } from '../store/ticker.ts';
import type { TapGuard } from './tap-guard.ts';

/** What every screen of the staff is made of; built once in its `main.tsx`. */
export type Screen = {
  readonly client: ScreenClient;
  readonly ticker: Ticker;
  readonly guard: TapGuard;
  /** Its sheet of settings. */
  readonly Settings: ComponentType<{ readonly onClose: () => void }>;
};

export const ScreenContext = createContext<Screen | undefined>(undefined);

export function useScreen(): Screen {
  const screen = use(ScreenContext);
  if (!screen) throw new Error('drawn outside of a screen');
  return screen;
}

/** Draws anew when what `select` gives is another value; it must give the same value for the same state. */
export function useScreenState<Value>(select: (state: ScreenState) => Value): Value {
  return useRead(useScreen().client.store, select);
}

/** Reads the state of now also where there is no browser: a test draws without one. */
export function useRead<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Draws anew when what `select` makes of the time is another value: a text or a number, never a new object. */
export function useMoment<Value extends string | number | boolean | null>(select: (moment: Moment) => Value): Value {
  const { ticker } = useScreen();
  const read = () => select(ticker.now());
  return useSyncExternalStore(ticker.subscribe, read, read);
}
