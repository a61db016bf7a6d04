import { createContext, use, useSyncExternalStore } from 'react';
import { type Freshness, freshness } from '../store/freshness.ts';
import type { Moment, Ticker } from '../store/ticker.ts';
import type { Caller } from './guest-caller.ts';
import type { GuestClient, GuestState } from './guest-client.ts';

/** What the page is made of; built once in `main.tsx`. */
export type GuestScreen = {
  readonly client: GuestClient;
  readonly ticker: Ticker;
  readonly caller: Caller;
  /** Of the order's link. */
  readonly secret: string;
  /** Whether guests can have accounts here. */
  readonly hasAccounts: () => Promise<boolean>;
};

export const GuestContext = createContext<GuestScreen | undefined>(undefined);

export function useGuestScreen(): GuestScreen {
  const screen = use(GuestContext);
  if (!screen) throw new Error('drawn outside of the page of an order');
  return screen;
}

/** `select` must give the same value for the same state. */
export function useGuest<Value>(select: (state: GuestState) => Value): Value {
  const { store } = useGuestScreen().client;
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** `select` must make a text, a number or a yes of the time, never a new object. */
export function useGuestMoment<Value extends string | number | boolean>(select: (moment: Moment) => Value): Value {
  const { ticker } = useGuestScreen();
  const read = () => select(ticker.now());
  return useSyncExternalStore(ticker.subscribe, read, read);
}

/** What a tick shows must be true at the end of its second, too ([FRS1]). */
const tickMs = 1000;

export function useGuestFreshness(): Freshness {
  const sinceMs = useGuest(({ provenAtMs, openedAtMs }) => provenAtMs ?? openedAtMs);
  return useGuestMoment(({ steadyMs }) => freshness(steadyMs - sinceMs + tickMs));
}
