import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, type Service, serve, service } from '../../test/harness/kitchen-service.ts';
import type { KitchenWorld } from '../../test/harness/kitchen-world.ts';
import { menuItem } from '../../test/harness/menu-item.ts';
import type { ProductId } from './id.ts';
import type { Order } from './order.ts';
import { leftOf, soldIn } from './stock.ts';

const ids = ['soup', 'steak', 'cake'];

/** The same service with every other dish from a menu of which all is counted. */
const countedService = fc.tuple(service, fc.integer({ min: 0, max: 40 })).map(([one, spare]): Service => {
  const orders = one.orders.map((order, at) => ({
    ...order,
    lines: order.lines.map((line, index) => ofMenu(line, at + index)),
  }));
  const sold = soldIn(orders);
  const menu = ids.map((id) => {
    const item = menuItem(id);
    const taken = sold.get(item.id) ?? 0;
    return { ...item, available: spare > 0, stock: { counted: taken + spare, countedAtMs: 0, sold: taken } };
  });
  return { ...one, orders, menu };
});

function ofMenu(line: Order['lines'][number], index: number) {
  const id = index % 2 === 0 ? ids[(index / 2) % ids.length] : undefined;
  return { ...line, productId: id === undefined ? null : menuItem(id).id };
}

test('[STK1] whatever is done, a count lacks what its orders have taken, as if it were made anew', () => {
  fc.assert(
    fc.property(countedService, (one) => {
      serve(one, (world) => {
        for (const { id, stock, available } of world.products.values()) {
          expect(stock?.sold).toBe(soldByHand(world, id));
          expect(available).toBe(stock !== null && leftOf(stock) > 0);
        }
      });
    }),
    runs,
  );
});

/** The rule in other words: all that is wanted, and of what was called off, what the kitchen has begun or says it cooked. */
function soldByHand({ orders }: KitchenWorld, id: ProductId): number {
  let sold = 0;
  for (const { lines, cancelledAtMs } of orders.values()) {
    for (const { productId, quantity, voidedAtMs, voidCooked, progress } of lines) {
      if (productId !== id) continue;
      const isWanted = voidedAtMs === null && cancelledAtMs === null;
      const isBegun = progress.some(({ status }) => ['preparing', 'ready', 'completed'].includes(status));
      if (isWanted || voidCooked === true || (voidCooked === null && isBegun)) sold += quantity;
    }
  }
  return sold;
}

test('[STK2] nobody sells more than is left', () => {
  fc.assert(
    fc.property(countedService, (one) => {
      serve(one, (world, before, { kind }) => {
        if (kind !== 'order.add-lines' && kind !== 'line.change') return;
        for (const { id, stock } of world.products.values()) {
          const more = soldByHand(world, id) - (soldIn([...before.values()]).get(id) ?? 0);
          if (stock && more > 0) expect(stock.sold).toBeLessThanOrEqual(stock.counted);
        }
      });
    }),
    runs,
  );
});
