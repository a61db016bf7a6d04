import { createContext, use, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { BoardClient } from '../store/board-client.ts';
import type { BoardState } from '../store/board-state.ts';
import type { Draft, Drafts } from '../store/drafts.ts';
import type { Moment, Ticker } from '../store/ticker.ts';
import type { TicketSelector } from '../store/ticket.ts';
import type { ScreenWork } from './screen-work.ts';
import type { Stillness } from './stillness.ts';
import type { TapGuard } from './tap-guard.ts';

/** What one screen is made of; built once in `main.tsx`. */
export type Screen = {
  readonly client: BoardClient;
  readonly ticker: Ticker;
  readonly tickets: TicketSelector;
  readonly guard: TapGuard;
  readonly still: Stillness;
  readonly work: StoreApi<ScreenWork>;
  readonly drafts: Drafts['store'];
};

export const ScreenContext = createContext<Screen | undefined>(undefined);

export function useScreen(): Screen {
  const screen = use(ScreenContext);
  if (!screen) throw new Error('drawn outside of a screen');
  return screen;
}

/** Draws anew when what `select` gives is another value; it must give the same value for the same state. */
export function useBoard<Value>(select: (state: BoardState) => Value): Value {
  return useRead(useScreen().client.store, select);
}

/** The same for what the person at this screen is in the midst of. */
export function useWork<Value>(select: (work: ScreenWork) => Value): Value {
  return useRead(useScreen().work, select);
}

export const useDrafts = (): readonly Draft[] => useRead(useScreen().drafts, (drafts) => drafts);

/** Reads the state of now also where there is no browser: a test draws without one. */
function useRead<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Draws anew when what `select` makes of the time is another value: a text or a number, never a new object. */
export function useMoment<Value extends string | number | boolean | null>(select: (moment: Moment) => Value): Value {
  const { ticker } = useScreen();
  const read = () => select(ticker.now());
  return useSyncExternalStore(ticker.subscribe, read, read);
}
