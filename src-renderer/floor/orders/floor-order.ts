import { lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';

/** What of an order waits at the pass to be brought to the guest. */
export const readyLines = (order: Order) => liveLines(order).filter((line) => lineStatus(line) === 'ready');

/** Since when the oldest of it stands there; null where nothing does. */
export function readySinceMs(order: Order): number | null {
  const times = readyLines(order).flatMap(({ progress }) => progress.map(({ readyAtMs }) => readyAtMs ?? 0));
  const since = times.filter((ms) => ms > 0);
  return since.length === 0 ? null : Math.min(...since);
}

/** How far an order has come, in dishes. */
export type Progressed = { readonly all: number; readonly ready: number; readonly served: number };

export function progressOf(order: Order): Progressed {
  const lines = liveLines(order);
  const count = (statuses: readonly string[]) =>
    lines.reduce((sum, line) => (statuses.includes(lineStatus(line)) ? sum + line.quantity : sum), 0);
  return {
    all: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ready: count(['ready']),
    served: count(['completed']),
  };
}

/** Who took it, as they are called; an order of a machine is nobody's. */
export const isTakenBy = ({ serverName }: Order, name: string): boolean => serverName === name;

/** What waits at the pass first, longest first; then as the orders came. */
export function inOrder(orders: readonly Order[]): readonly Order[] {
  const since = new Map(orders.map((order) => [order.id, readySinceMs(order)]));
  const rank = ({ id }: Order) => since.get(id) ?? Number.POSITIVE_INFINITY;
  const byRank = (a: Order, b: Order) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
  return [...orders].sort((a, b) => byRank(a, b) || a.createdAtMs - b.createdAtMs);
}

/** A table that is typed with or without a leading zero, or in other letters, is the same one. */
export const isTable = ({ type, tableNumber }: Order, place: string): boolean =>
  type === 'dine_in' && tableNumber !== null && tableNumber.trim().toLowerCase() === place.trim().toLowerCase();
