import { useMemo } from 'react';
import type { SelfOrder } from '#shared/domain/self-order.ts';
import { isSameTable } from '#shared/domain/table.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { useOrders } from '../orders/use-orders.ts';

/** What guests have asked for from their tables and nobody has answered, longest first ([SLF2]). */
export function useAsked(): readonly SelfOrder[] {
  const all = useScreenState((state) => kitchenOf(state).selfOrders);
  return useMemo(
    () => [...all.values()].filter(({ state }) => state === 'waiting').sort((a, b) => a.placedAtMs - b.placedAtMs),
    [all],
  );
}

/** Those of the same table, to which it can be added. */
export function useOrdersAt(table: string) {
  const orders = useOrders();
  return orders.filter(
    ({ tableNumber, cancelledAtMs }) =>
      tableNumber !== null && cancelledAtMs === null && isSameTable(tableNumber, table),
  );
}
