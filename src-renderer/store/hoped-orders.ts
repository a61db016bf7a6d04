import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { isOnOrder } from '../outbox/screen-command.ts';
import { hopeFor } from './pending-command.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';

type Known = Pick<ScreenState, 'kitchen' | 'pending'>;

/**
 * The orders that are under way, as this screen hopes for them ([OPT1]). With `has`, those with such a line: of most
 * orders nothing is asked for, and asking costs nothing.
 */
export function hopedOrders(known: Known, has: (line: Line) => boolean = () => true): readonly Order[] {
  const kitchen = kitchenOf(known);
  const commands = known.pending.flatMap((one) => (isOnOrder(one.command) ? { one, id: one.command.orderId } : []));
  const touched = new Set(commands.map(({ id }) => id));
  return [...kitchen.orders.values()].flatMap((order) => {
    if (!touched.has(order.id)) return order.lines.some(has) ? order : [];
    const own = commands.flatMap(({ one, id }) => (id === order.id ? one : []));
    return hopeFor(order, own, kitchen);
  });
}
