import { aimAt, orderCancelled } from './aim.ts';
import type { Recall } from './command.ts';
import type { Decision, KitchenView } from './decision.ts';
import { type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changed, changedLines } from './order-change.ts';
import { goBack, type Progress, rankOf } from './progress.ts';

/**
 * [RCL1] What was done goes back to work: with its clock started anew, because it is cooked again, or kept, because it
 * was bumped by mistake. Only the first is another round. What the change of day put away comes back in any case, with
 * whatever is left to do ([CLR1]).
 */
export function recall(view: KitchenView, order: Order, command: Recall, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null || order.mergedInto !== null) return orderCancelled;
  const { keepTimer, by } = command;
  const { station } = aim.viewpoint;
  const isMeant = (line: Line, part: Progress) =>
    line.voidedAtMs === null && aim.meets(line, part) && rankOf(part.status) >= rankOf('ready');
  const back = (line: Line): Line => {
    const next = mapProgress(line, (part) => (isMeant(line, part) ? goBack(part, !keepTimer, nowMs) : part));
    return next === line || keepTimer ? next : { ...next, round: line.round + 1 };
  };
  /** Nobody wants to be told that what came back from yesterday is late by a night. */
  const begunAnew = (line: Line): Line =>
    mapProgress(line, (part) => (aim.meets(line, part) && !isMeant(line, part) ? { ...part, sinceMs: nowMs } : part));
  const lastRecall = { atMs: nowMs, by, station, timerKept: keepTimer };
  const data = { station, timer_kept: keepTimer };
  if (order.clearedAtMs === null) return changedLines(order, back, nowMs, { lastRecall }, 'order_recalled', data);
  const lines = order.lines.map((line) => back(keepTimer ? line : begunAnew(line)));
  return changed(order, { lines, lastRecall, clearedAtMs: null }, nowMs, 'order_recalled', data);
}
