import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { BoardClient } from '../store/board-client.ts';
import type { BoardState } from '../store/board-state.ts';
import type { Moment, Ticker } from '../store/ticker.ts';
import type { TicketSelector } from '../store/ticket.ts';
import type { TapGuard } from './tap-guard.ts';

/** What one screen is made of; built once in `main.tsx`. */
export type Screen = {
  readonly client: BoardClient;
  readonly ticker: Ticker;
  readonly tickets: TicketSelector;
  readonly guard: TapGuard;
};

export const ScreenContext = createContext<Screen | undefined>(undefined);

export function useScreen(): Screen {
  const screen = use(ScreenContext);
  if (!screen) throw new Error('drawn outside of a screen');
  return screen;
}

/** Draws anew when what `select` gives is another value; it must give the same value for the same state. */
export function useBoard<Value>(select: (state: BoardState) => Value): Value {
  return useStore(useScreen().client.store, select);
}

/** Draws anew when what `select` makes of the time is another value: a text or a number, never a new object. */
export function useMoment<Value extends string | number | boolean | null>(select: (moment: Moment) => Value): Value {
  const { ticker } = useScreen();
  const read = () => select(ticker.now());
  return useSyncExternalStore(ticker.subscribe, read, read);
}
