import { useMemo } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useMoment } from '../../screen/screen-context.ts';
import { inOrder, isForAll, isOverdue } from '../orders/floor-order.ts';
import { useOrders, useOwner } from '../orders/use-orders.ts';

/** What others took and nobody has fetched for two minutes, longest first: whoever is free brings it ([PUP3]). */
export function useCalled(): readonly Order[] {
  const orders = useOrders();
  const owner = useOwner();
  const others = useMemo(() => inOrder(orders.filter((order) => isForAll(order, owner))), [orders, owner]);
  const late = useMoment(({ serverMs }) =>
    others
      .filter((order) => isOverdue(order, serverMs))
      .map(({ id }) => id)
      .join(),
  );
  return useMemo(() => others.filter(({ id }) => late.split(',').includes(id)), [others, late]);
}
