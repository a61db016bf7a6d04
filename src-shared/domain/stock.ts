import type { ProductId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import type { Product, Stock } from './product.ts';

/** Portions left; 0 also when more was sold than was counted. */
export const leftOf = ({ counted, sold }: Stock): number => Math.max(0, counted - sold);

/** With `available` as hand and count say ([MEN7], [STK2]). */
export function settled(product: Product): Product {
  const available = product.out === null && (product.stock === null || leftOf(product.stock) > 0);
  return available === product.available ? product : { ...product, available };
}

/** What somebody has begun to cook is used up, also when it is called off then ([STK1]). */
function isSold(line: Line, { cancelledAtMs }: Order): boolean {
  if (line.voidedAtMs === null && cancelledAtMs === null) return true;
  return line.voidCooked ?? line.progress.some(({ status }) => status !== 'pending');
}

/** Portions of each item in these orders; of what came before `sinceMs` nothing, where that is said. */
export function soldIn(orders: readonly Order[], sinceMs = Number.NEGATIVE_INFINITY): ReadonlyMap<ProductId, number> {
  const sold = new Map<ProductId, number>();
  for (const order of orders) {
    for (const line of order.lines) {
      if (line.productId === null || line.addedAtMs < sinceMs || !isSold(line, order)) continue;
      sold.set(line.productId, (sold.get(line.productId) ?? 0) + line.quantity);
    }
  }
  return sold;
}
