import { useMemo } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useUnderWay } from '../orders/use-closed.ts';
import { useOrders } from '../orders/use-orders.ts';
import { inTurn } from './delivery-step.ts';

/** All that is to reach a guest elsewhere and has not yet; in the order in which somebody acts on it. */
export function useDeliveries(): readonly Order[] {
  const open = useOrders();
  const underWay = useUnderWay();
  return useMemo(() => inTurn([...open, ...underWay]), [open, underWay]);
}
