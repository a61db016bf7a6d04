import { barredBy, isExposAlone, isForExpo, seen, seenByExpo, settled } from './acknowledge.ts';
import { type Aim, aimAt } from './aim.ts';
import type { Bump } from './command.ts';
import type { Decision, KitchenView } from './decision.ts';
import { released } from './firing.ts';
import { type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changedLines } from './order-change.ts';
import { goneAtMs, partState } from './part-state.ts';
import { advance, type Progress } from './progress.ts';
import { wasSeenSo } from './sight.ts';

/** [BMP1] Off this board: what is to do here is done, and what was called off is seen. News since stays ([BMP2]). */
export function bump(view: KitchenView, order: Order, command: Bump, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  const doing = { nowMs, by: command.by, byAge: command.byAge ?? false };
  const isMeant = (line: Line, part: Progress) =>
    aim.meets(line, part) &&
    wasSeenSo(order, line, aim.viewpoint, command.seen) &&
    isToBump(order, line, part, aim, nowMs);
  const isExpo = isForExpo(view, aim);
  const touched = order.lines.filter((line) => line.progress.some((part) => isMeant(line, part)));
  const isGone = (line: Line) => goneAtMs(order, line) !== null;
  const met = (line: Line, part: Progress): Progress => {
    if (!isMeant(line, part)) return part;
    if (!isGone(line)) return seen(advance(part, aim.viewpoint.goal, doing), nowMs);
    return isExpo && !isExposAlone(order, line, part) ? part : seen(part, nowMs);
  };
  const bumped = (line: Line): Line => {
    const next = mapProgress(line, (part) => met(line, part));
    const isNoted = isExpo && isGone(line) && touched.includes(line);
    return settled(released(line, isNoted ? seenByExpo(next, nowMs) : next));
  };
  const data = { station: aim.viewpoint.station };
  // What was called off is begun by nobody ([VOI1]).
  const toAnswerFor = touched.filter((line) => !isGone(line) && !(isExpo && line.expoSeenAtMs !== null));
  return barredBy(view, toAnswerFor, isMeant) ?? changedLines(order, bumped, nowMs, {}, 'order_updated', data);
}

/** A bump of the ticket is not meant for the next course; a line that is named is bumped whatever it waits for. */
function isToBump(order: Order, line: Line, part: Progress, { viewpoint, isByLine }: Aim, nowMs: number): boolean {
  switch (partState(order, line, part, viewpoint.goal, nowMs)) {
    case 'gone':
    case 'done':
      return false;
    case 'held':
    case 'later':
      return isByLine;
    case 'waiting':
      return isByLine || viewpoint.station === null;
    default:
      return true;
  }
}
