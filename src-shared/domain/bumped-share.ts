import { liveLines, type Order, orderStatus } from './order.ts';
import { type Progress, rankOf } from './progress.ts';
import { ticketAt, type Viewpoint } from './station-ticket.ts';

/** How a ticket left a board: done there, called off, or put away. */
export type BumpedShare = {
  readonly atMs: number;
  /** As they are called; null for a machine, by age, or where only others' work was handed over. */
  readonly by: string | null;
  readonly byAge: boolean;
  readonly isCancelled: boolean;
  /** Left over, and put away by the change of day ([CLR1]); it can be brought back. */
  readonly isCleared: boolean;
};

/**
 * [RCL4] When and by whom a ticket was bumped where one looks from; `undefined` while it stands there, when nothing of
 * it was ever done there, or when its lines have gone elsewhere.
 */
export function bumpedShare(order: Order, viewpoint: Viewpoint, nowMs: number): BumpedShare | undefined {
  if (order.mergedInto !== null || ticketAt(order, viewpoint, nowMs)) return undefined;
  if (orderStatus(order) === 'cancelled') return calledOff(order, viewpoint);
  if (order.clearedAtMs !== null) return putAway(order, order.clearedAtMs, viewpoint);
  const parts = order.lines.flatMap(({ progress, voidedAtMs }) => (voidedAtMs === null ? progress : []));
  const done = parts.filter((part) => isHere(part, viewpoint) && rankOf(part.status) >= rankOf(viewpoint.goal));
  const last = done.toSorted((a, b) => doneAtMs(b, viewpoint) - doneAtMs(a, viewpoint))[0];
  if (!last) return undefined;
  const atMs = doneAtMs(last, viewpoint);
  const isOwnWork = viewpoint.station !== null || last.readyAtMs === atMs;
  return { ...plain, atMs, by: isOwnWork ? last.doneBy : null, byAge: isOwnWork && last.doneByAge };
}

const plain = { by: null, byAge: false, isCancelled: false, isCleared: false } as const;

const isHere = ({ station }: Progress, viewpoint: Viewpoint) =>
  viewpoint.station === null || viewpoint.station === station;

/** When its work was over for whoever looks from there. */
export const doneAtMs = ({ readyAtMs, completedAtMs }: Progress, { goal }: Viewpoint) =>
  (goal === 'completed' ? completedAtMs : readyAtMs) ?? readyAtMs ?? 0;

/** A cancelled order is shown wherever it would have been cooked, and stays there: it cannot come back. */
function calledOff(order: Order, viewpoint: Viewpoint): BumpedShare | undefined {
  if (!isOf(order.lines, viewpoint)) return undefined;
  const atMs = Math.max(...[order.cancelledAtMs, ...order.lines.map(({ voidedAtMs }) => voidedAtMs)].map(Number));
  return { ...plain, atMs, isCancelled: true };
}

/** Listed wherever something of it was to be cooked, also where that was done: from there it can be brought back. */
const putAway = (order: Order, atMs: number, viewpoint: Viewpoint): BumpedShare | undefined =>
  isOf(liveLines(order), viewpoint) ? { ...plain, atMs, isCleared: true } : undefined;

const isOf = (lines: Order['lines'], viewpoint: Viewpoint): boolean =>
  lines.some(({ progress }) => progress.some((part) => isHere(part, viewpoint)));
