import { isSameTable } from '#shared/domain/table.ts';
import { useOrders } from '../orders/use-orders.ts';

/** Those of the same table, to which it can be added. */
export function useOrdersAt(table: string) {
  const orders = useOrders();
  return orders.filter(
    ({ tableNumber, cancelledAtMs }) =>
      tableNumber !== null && cancelledAtMs === null && isSameTable(tableNumber, table),
  );
}
