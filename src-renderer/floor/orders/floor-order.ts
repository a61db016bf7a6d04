import { type Line, lineStatus } from '#shared/domain/line.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { isSameTable } from '#shared/domain/table.ts';
import { waitsTooLongMs } from './waits.ts';

/** What still counts of it; nothing of one that was called off as a whole. */
const lines = (order: Order): readonly Line[] => (order.cancelledAtMs === null ? liveLines(order) : []);

/** What of an order waits at the pass to be brought to the guest. */
export const readyLines = (order: Order): readonly Line[] =>
  lines(order).filter((line) => lineStatus(line) === 'ready');

/** Since when a dish stands there: since the last of its stations was done with it. */
export const lineReadyMs = ({ progress }: Line): number => Math.max(...progress.map(({ readyAtMs }) => readyAtMs ?? 0));

/** Since when the oldest of it stands there; null where nothing does. */
export function readySinceMs(order: Order): number | null {
  const since = readyLines(order)
    .map(lineReadyMs)
    .filter((ms) => ms > 0);
  return since.length === 0 ? null : Math.min(...since);
}

/** How far an order has come, in dishes. */
export type Progressed = { readonly all: number; readonly ready: number; readonly served: number };

export function progressOf(order: Order): Progressed {
  const count = (statuses?: string) =>
    lines(order).reduce((sum, line) => (!statuses || lineStatus(line) === statuses ? sum + line.quantity : sum), 0);
  return { all: count(), ready: count('ready'), served: count('completed') };
}

export type Server = { readonly userId: string; readonly displayName: string };

/** Who took it: two may be called the same, and one may be called otherwise by now; an order of a machine is nobody's. */
export const isTakenBy = ({ serverId, serverName, source }: Order, { userId, displayName }: Server): boolean =>
  // An earlier program has written down the name alone.
  serverId === undefined ? source === 'staff' && serverName === displayName : serverId === userId;

/** What waits at the pass first, longest first; then as the orders came. */
export function inOrder(orders: readonly Order[]): readonly Order[] {
  const since = new Map(orders.map((order) => [order.id, readySinceMs(order)]));
  const rank = ({ id }: Order) => since.get(id) ?? Number.POSITIVE_INFINITY;
  const byRank = (a: Order, b: Order) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
  return [...orders].sort((a, b) => byRank(a, b) || a.createdAtMs - b.createdAtMs);
}

export const isTable = ({ type, tableNumber }: Order, place: string): boolean =>
  type === 'dine_in' && tableNumber !== null && isSameTable(tableNumber, place);

/** Whether a plate of it has waited too long for whoever took it ([PUP2]). */
export function isOverdue(order: Order, nowMs: number): boolean {
  const sinceMs = readySinceMs(order);
  return sinceMs !== null && nowMs - sinceMs >= waitsTooLongMs;
}

/** What others are called to: guests and drivers come for theirs themselves ([PUP3]). */
export const isForAll = (order: Order, own: Server): boolean => order.type === 'dine_in' && !isTakenBy(order, own);
