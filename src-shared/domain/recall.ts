import { type Aim, aimAt, orderCancelled } from './aim.ts';
import type { Recall } from './command.ts';
import { accept, type Decision, type KitchenView } from './decision.ts';
import type { StationId } from './id.ts';
import { begunAnew, isLeftOver } from './leftover.ts';
import { type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changed, changedLines } from './order-change.ts';
import { begunAgain, isCooked, type Progress, unbumped, unfinished } from './progress.ts';
import { wasHandedOverSince, wasPutAwaySince, wasSeenSo } from './sight.ts';
import { hasExpo } from './station.ts';
import { isLater } from './timing.ts';

/**
 * [RCL1] What was done goes back to work: with its clock started anew, because it is cooked again, or kept, because it
 * was bumped by mistake. Only the first is another round; the second is as it was before. What the change of day put away
 * comes back with whatever is left to do at any station; only what is named is made again ([CLR1]).
 */
export function recall(view: KitchenView, order: Order, command: Recall, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const { keepTimer, by, seen } = command;
  if (wasPutAwaySince(order, seen)) return accept();
  const { station } = aim.viewpoint;
  const isHandOver = keepTimer && station === null && hasExpo(view.stations());
  const isEnough = isLeftOver(order) && !aim.isByLine;
  const back = (line: Line): Line => {
    if (line.voidedAtMs !== null || isEnough) return line;
    if (!wasSeenSo(order, line, aim.viewpoint, seen) || wasHandedOverSince(line, aim.viewpoint, seen)) return line;
    if (isHandOver) return backAtPass(line, aim, nowMs);
    return keepTimer ? takenBack(line, aim, nowMs) : cookedAgain(line, aim, nowMs);
  };
  const lastRecall = { atMs: nowMs, by, station, timerKept: keepTimer };
  const data = { station, timer_kept: keepTimer };
  if (order.clearedAtMs === null) return changedLines(order, back, nowMs, { lastRecall }, 'order_recalled', data);
  const lines = (keepTimer ? order.lines : begunAnew(order, nowMs)).map(back);
  return changed(order, { lines, lastRecall, clearedAtMs: null }, nowMs, 'order_recalled', data);
}

/** The hand-over only; a dish that is still here goes on to its stations if somebody names it. */
function backAtPass(line: Line, aim: Aim, nowMs: number): Line {
  const isOver = (part: Progress) => aim.meets(line, part) && part.status === 'completed';
  if (!line.progress.some(isOver)) return aim.isByLine ? takenBack(line, aim, nowMs) : line;
  return mapProgress(line, (part) => (isOver(part) ? unfinished(part, isLater(line, nowMs)) : part));
}

/** At a station that hands on, whatever the pass has done with it since comes back as well. */
function takenBack(line: Line, aim: Aim, nowMs: number): Line {
  const asItWas = aim.viewpoint.goal === 'ready' ? unbumped : unfinished;
  return mapProgress(line, (part) =>
    aim.meets(line, part) && isCooked(part) ? asItWas(part, isLater(line, nowMs)) : part,
  );
}

/** What others finish of it they finish again ([RTE3]). */
function cookedAgain(line: Line, aim: Aim, nowMs: number): Line {
  const again = new Set(line.progress.filter((part) => aim.meets(line, part) && isCooked(part)).map(stationOf));
  // A set gives what is added while it is walked through.
  for (const id of again) for (const part of line.progress) if (part.after.includes(id)) again.add(part.station);
  const next = mapProgress(line, (part) =>
    again.has(part.station) && isCooked(part) ? begunAgain(part, nowMs) : part,
  );
  return next === line ? line : { ...next, round: line.round + 1 };
}

const stationOf = ({ station }: Progress): StationId => station;
