import { usePlace } from '../place.ts';
import { FindOrders } from './find-orders.tsx';
import { OrderPage } from './order-page.tsx';

/** [STE5] What happened to an order: found first, then read. */
export function HistoryPage() {
  const [id] = usePlace().path;
  return id === undefined ? <FindOrders /> : <OrderPage key={id} id={id} />;
}
