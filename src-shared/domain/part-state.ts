import type { StationId } from './id.ts';
import { type Line, mapProgress } from './line.ts';
import { liveLines, type Order } from './order.ts';
import { type Progress, rankOf, type WorkStatus } from './progress.ts';
import { courseOf, isLater, isYetToBegin } from './timing.ts';

/**
 * What one station's share of a line is to a cook at this moment ([TKT4]):
 * `todo` to be cooked, `ready` cooked and still on the ticket, `done` no longer the station's business, `void` called
 * off and not yet acknowledged, `waiting` for another station, `later` not begun before its time, `held` until it is
 * fired, `gone` nothing that anybody here should see.
 */
export type PartState = 'todo' | 'ready' | 'done' | 'void' | 'waiting' | 'later' | 'held' | 'gone';

/** Up to where the work of this view goes: a station that hands to the expo is done when it is `ready`. */
export type Goal = Extract<WorkStatus, 'ready' | 'completed'>;

/** When the line was called off, alone or with its order. */
export const goneAtMs = (order: Order, line: Line): number | null => line.voidedAtMs ?? order.cancelledAtMs;

export function partState(order: Order, line: Line, part: Progress, goal: Goal, nowMs: number): PartState {
  if (order.clearedAtMs !== null) return 'gone';
  const goneAt = goneAtMs(order, line);
  if (goneAt !== null) return isVoidToSee(order, line, part, goal, goneAt) ? 'void' : 'gone';
  if (rankOf(part.status) >= rankOf(goal)) return 'done';
  if (part.status === 'ready') return 'ready';
  if (part.status === 'pending' && line.heldAtMs !== null) return 'held';
  if (part.status === 'pending' && isLater(line, nowMs)) return 'later';
  return makersOf(line, part).length > 0 ? 'waiting' : 'todo';
}

/** The stations that have yet to hand this share on ([RTE3]), however far it was before they began anew. */
export function makersOf({ progress }: Line, { after }: Progress): readonly StationId[] {
  const makers = progress.filter(({ station, status }) => after.includes(station) && rankOf(status) < rankOf('ready'));
  return makers.map(({ station }) => station);
}

/**
 * Only who had it before their eyes must be told that it was called off: what was on hold, whoever fires it
 * ([VOI2], [FIR2]).
 */
function isVoidToSee(order: Order, line: Line, part: Progress, goal: Goal, goneAt: number): boolean {
  if (part.acknowledgedAtMs !== null || rankOf(part.status) >= rankOf(goal)) return false;
  if (part.status !== 'pending') return true;
  if (line.heldAtMs !== null) return goal === 'completed' && !isAfterLater(orderAt(order, goneAt), line, goneAt);
  return !isLater(line, goneAt) && makersOf(line, part).length === 0;
}

/** As far as it was then: what was begun, added or called off since has shown nobody what was gone by then. */
function orderAt(order: Order, atMs: number): Order {
  const then = order.lines.filter(({ addedAtMs }) => addedAtMs <= atMs);
  const isBegunSince = ({ startedAtMs }: Progress) => startedAtMs !== null && startedAtMs > atMs;
  const asThen = (line: Line): Line => ({
    ...mapProgress(line, (part) => (isBegunSince(part) ? { ...part, status: 'pending' } : part)),
    voidedAtMs: line.voidedAtMs !== null && line.voidedAtMs > atMs ? null : line.voidedAtMs,
  });
  return { ...order, lines: then.map(asThen) };
}

/** Its order has not begun, and the course before it comes by itself ([SCH1]). */
export function isAfterLater(order: Order, line: Line, nowMs: number): boolean {
  const live = liveLines(order);
  const isBefore = (one: Line) => one.heldAtMs === null && courseOf(one) < courseOf(line);
  return live.every((one) => isYetToBegin(one, nowMs)) && live.some(isBefore);
}

/** On a board, in snapshots and in the state hash; everything else comes by REST ([ORD4]). */
export function isOnBoard(order: Order): boolean {
  if (order.clearedAtMs !== null) return false;
  const atMs = Number.POSITIVE_INFINITY;
  return order.lines.some((line) =>
    line.progress.some((part) => !['done', 'gone'].includes(partState(order, line, part, 'completed', atMs))),
  );
}

/** Something a cook must have seen before going on: a change, a void, or allergens ([ACG1]). */
export function needsAcknowledging(order: Order, line: Line, part: Progress): boolean {
  if (part.acknowledgedAtMs !== null) return false;
  return line.changedFrom !== null || goneAtMs(order, line) !== null || line.allergens.length > 0;
}
