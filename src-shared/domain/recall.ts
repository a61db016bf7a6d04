import { type Aim, aimAt, orderCancelled } from './aim.ts';
import type { Recall } from './command.ts';
import type { Decision, KitchenView } from './decision.ts';
import type { StationId } from './id.ts';
import { begunAnew, isLeftOver } from './leftover.ts';
import { type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changed, changedLines } from './order-change.ts';
import { goBack, handBack, isCooked, type Progress } from './progress.ts';
import { hasExpo } from './station.ts';

/**
 * [RCL1] What was done goes back to work: with its clock started anew, because it is cooked again, or kept, because it
 * was bumped by mistake. Only the first is another round. What was handed over by mistake is ready as before. What the
 * change of day put away comes back with whatever is left to do at any station; only what is named is made again
 * ([CLR1]).
 */
export function recall(view: KitchenView, order: Order, command: Recall, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const { keepTimer, by } = command;
  const { station } = aim.viewpoint;
  const isHandOver = keepTimer && station === null && hasExpo(view.stations());
  const isEnough = isLeftOver(order) && !aim.isByLine;
  const back = (line: Line): Line => {
    if (line.voidedAtMs !== null || isEnough) return line;
    if (isHandOver) return backAtPass(line, aim, nowMs);
    return keepTimer ? backToWork(line, aim, nowMs) : cookedAgain(line, aim, nowMs);
  };
  const lastRecall = { atMs: nowMs, by, station, timerKept: keepTimer };
  const data = { station, timer_kept: keepTimer };
  if (order.clearedAtMs === null) return changedLines(order, back, nowMs, { lastRecall }, 'order_recalled', data);
  const lines = (keepTimer ? order.lines : begunAnew(order, nowMs)).map(back);
  return changed(order, { lines, lastRecall, clearedAtMs: null }, nowMs, 'order_recalled', data);
}

/** One step only; a dish that is still here goes on to its stations if somebody names it. */
function backAtPass(line: Line, aim: Aim, nowMs: number): Line {
  const isOver = (part: Progress) => aim.meets(line, part) && part.status === 'completed';
  if (line.progress.some(isOver)) return mapProgress(line, (part) => (isOver(part) ? handBack(part) : part));
  return aim.isByLine ? backToWork(line, aim, nowMs) : line;
}

function backToWork(line: Line, aim: Aim, nowMs: number): Line {
  return mapProgress(line, (part) => (aim.meets(line, part) && isCooked(part) ? goBack(part, false, nowMs) : part));
}

/** What others finish of it they finish again ([RTE3]). */
function cookedAgain(line: Line, aim: Aim, nowMs: number): Line {
  const again = new Set(line.progress.filter((part) => aim.meets(line, part) && isCooked(part)).map(stationOf));
  // A set gives what is added while it is walked through.
  for (const id of again) for (const part of line.progress) if (part.after.includes(id)) again.add(part.station);
  const next = mapProgress(line, (part) =>
    again.has(part.station) && isCooked(part) ? goBack(part, true, nowMs) : part,
  );
  return next === line ? line : { ...next, round: line.round + 1 };
}

const stationOf = ({ station }: Progress): StationId => station;
