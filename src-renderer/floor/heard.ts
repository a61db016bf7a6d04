import type { OrderId } from '#shared/domain/id.ts';
import { lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { hasExpo } from '#shared/domain/station.ts';
import { hopedOrders } from '../store/hoped-orders.ts';
import { kitchenOf, type ScreenState } from '../store/screen-state.ts';
import { isForAll, isTakenBy, lineReadyMs, readyLines } from './orders/floor-order.ts';

/** Dishes by what is to be heard of them; each as it is cooked this time. */
export type Heard = {
  /** One's own at the pass, each with since when. */
  readonly ready: ReadonlyMap<string, number>;
  /** One's own in the kitchen, each with its order. */
  readonly open: ReadonlyMap<string, OrderId>;
  /** At the pass, of tables that somebody else serves, each with since when. */
  readonly others: ReadonlyMap<string, number>;
};

/** Undefined while nobody is here, or nothing is known. */
export function heardIn(state: ScreenState): Heard | undefined {
  if (state.session.phase !== 'signed-in' || !state.kitchen) return undefined;
  const { person } = state.session;
  const all = hopedOrders(state);
  const own = all.filter((order) => isTakenBy(order, person));
  return {
    ready: sinceIn(own),
    open: new Map(own.flatMap((order) => openLines(order).map((line) => [keyOf(line), order.id]))),
    others: sinceIn(all.filter((order) => isForAll(order, person))),
  };
}

const sinceIn = (orders: readonly Order[]) =>
  new Map(orders.flatMap((order) => readyLines(order).map((line) => [keyOf(line), lineReadyMs(line)] as const)));

const keyOf = ({ id, round }: { readonly id: string; readonly round: number }) => `${id}/${round}`;

const openLines = (order: Order) =>
  order.cancelledAtMs === null
    ? liveLines(order).filter((line) => ['pending', 'preparing'].includes(lineStatus(line)))
    : [];

/** Without an expo the kitchen's bump hands over at once: what it had and has no more, and is served, is news as well. */
export function isHandedOver(before: Heard, state: ScreenState): boolean {
  const { stations, orders, closed } = kitchenOf(state);
  if (hasExpo(stations)) return false;
  const present = new Map([...orders.values()].flatMap(liveLines).map((line) => [keyOf(line), lineStatus(line)]));
  return [...before.open].some(([key, orderId]) => {
    const status = present.get(key);
    if (status !== undefined) return status === 'completed';
    return closed.has(orderId) && !orders.has(orderId) && !isEndedHere(state, orderId);
  });
}

/** Called off, put to another one, or sent out, from this device. */
const isEndedHere = ({ pending, sent }: ScreenState, orderId: string): boolean =>
  [...pending, ...sent].some(
    ({ command }) =>
      (endsOrder.has(command.kind) && 'orderId' in command && command.orderId === orderId) ||
      (command.kind === 'order.merge' && command.fromId === orderId),
  );

const endsOrder: ReadonlySet<string> = new Set(['order.cancel', 'order.ship', 'order.deliver']);
