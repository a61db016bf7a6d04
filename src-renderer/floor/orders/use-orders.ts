import { useMemo } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { isOnOrder } from '../../outbox/screen-command.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { hopedOrders } from '../../store/hoped-orders.ts';
import { hopeFor } from '../../store/pending-command.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { Server } from './floor-order.ts';

/** The orders that are under way, with what this device has asked for. */
export function useOrders(): readonly Order[] {
  const kitchen = useScreenState((state) => state.kitchen);
  const pending = useScreenState((state) => state.pending);
  return useMemo(() => hopedOrders({ kitchen, pending }), [kitchen, pending]);
}

/** The same of orders that the kitchen has done with. */
export function useHoped(orders: readonly Order[]): readonly Order[] {
  const kitchen = useScreenState(kitchenOf);
  const pending = useScreenState((state) => state.pending);
  return useMemo(
    () =>
      orders.map((order) => {
        const own = pending.filter(({ command }) => isOnOrder(command) && command.orderId === order.id);
        return own.length === 0 ? order : hopeFor(order, own, kitchen);
      }),
    [orders, pending, kitchen],
  );
}

const nobody: Server = { userId: '', displayName: '' };

/** Whoever is here; nobody's are nobody's. */
export const useOwner = (): Server =>
  useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person : nobody));
