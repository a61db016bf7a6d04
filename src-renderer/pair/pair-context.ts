import { createContext, use, useSyncExternalStore } from 'react';
import type { PairClient, PairState } from './pair-client.ts';

export const PairContext = createContext<PairClient | undefined>(undefined);

export function usePairClient(): PairClient {
  const client = use(PairContext);
  if (!client) throw new Error('drawn outside of the pairing page');
  return client;
}

/** `select` must give the same value for the same state. */
export function usePair<Value>(select: (state: PairState) => Value): Value {
  const { store } = usePairClient();
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
