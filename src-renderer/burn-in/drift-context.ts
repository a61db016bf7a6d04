import { createContext, use, useSyncExternalStore } from 'react';
import type { Drift, Offset } from './drift.ts';

export const DriftContext = createContext<Drift | undefined>(undefined);

export function useDrift(): Drift {
  const drift = use(DriftContext);
  if (!drift) throw new Error('drawn outside of a screen that drifts');
  return drift;
}

export function useOffset(): Offset | undefined {
  const drift = useDrift();
  return useSyncExternalStore(drift.subscribe, drift.offset, drift.offset);
}
