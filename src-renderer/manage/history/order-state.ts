import { type Order, orderStatus } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';

/** How an order stands, or how it ended, in a word. */
export function useOrderState(): (order: Order) => string {
  const t = useText();
  return (order) => {
    if (order.mergedInto !== null) return t('orderHistory.state.merged');
    const status = orderStatus(order);
    if (status === 'cancelled') return t('floor.isCancelled');
    if (order.clearedAtMs !== null && status !== 'completed') return t('recall.isCleared');
    return t(`floor.state.${status}`);
  };
}
