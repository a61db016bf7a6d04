import { useMemo } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { hopedOrders } from '../../store/hoped-orders.ts';

/** The orders that are under way, with what this device has asked for. */
export function useOrders(): readonly Order[] {
  const kitchen = useScreenState((state) => state.kitchen);
  const pending = useScreenState((state) => state.pending);
  return useMemo(() => hopedOrders({ kitchen, pending }), [kitchen, pending]);
}

/** As they are called in the kitchen; empty while nobody is here. */
export const useOwnName = (): string =>
  useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person.displayName : ''));
