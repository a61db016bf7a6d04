import { createContext, use, useSyncExternalStore } from 'react';
import { type Freshness, freshness } from '../store/freshness.ts';
import type { Moment, Ticker } from '../store/ticker.ts';
import type { ReadyClient, ReadyState } from './ready-client.ts';

/** What the board for guests is made of; built once in `main.tsx`. */
export type ReadyScreen = { readonly client: ReadyClient; readonly ticker: Ticker };

export const ReadyContext = createContext<ReadyScreen | undefined>(undefined);

export function useReadyScreen(): ReadyScreen {
  const screen = use(ReadyContext);
  if (!screen) throw new Error('drawn outside of a board for guests');
  return screen;
}

/** `select` must give the same value for the same state. */
export function useReady<Value>(select: (state: ReadyState) => Value): Value {
  const { store } = useReadyScreen().client;
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** `select` must make a text or a number of the time, never a new object. */
export function useReadyMoment<Value extends string | number>(select: (moment: Moment) => Value): Value {
  const { ticker } = useReadyScreen();
  const read = () => select(ticker.now());
  return useSyncExternalStore(ticker.subscribe, read, read);
}

/** What a tick shows must be true at the end of its second, too ([FRS1]). */
const tickMs = 1000;

/** A board that never had news is as old as its sign-in: guests must not wait for ever before nothing ([RDY7]). */
export function useGuestFreshness(): Freshness {
  const sinceMs = useReady(({ provenAtMs, openedAtMs }) => provenAtMs ?? openedAtMs);
  return useReadyMoment(({ steadyMs }) => freshness(steadyMs - sinceMs + tickMs));
}
