import { useMemo } from 'react';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { kitchenOf } from '../store/screen-state.ts';
import { useScreenState } from './screen-context.ts';

/** What guests have asked for from their tables and nobody has answered, longest first ([SLF2]). */
export function useGuestsAsking(): readonly SelfOrder[] {
  const all = useScreenState((state) => kitchenOf(state).selfOrders);
  return useMemo(
    () => [...all.values()].filter(({ state }) => state === 'waiting').sort((a, b) => a.placedAtMs - b.placedAtMs),
    [all],
  );
}
