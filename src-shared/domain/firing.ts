import { type Aim, aimAt, orderCancelled } from './aim.ts';
import type { Fire, Hold } from './command.ts';
import type { Decision, KitchenView } from './decision.ts';
import type { LineId } from './id.ts';
import type { Line } from './line.ts';
import { liveLines, type Order } from './order.ts';
import { changedLines } from './order-change.ts';
import { startTimes } from './start-times.ts';
import type { Viewpoint } from './station-ticket.ts';
import { courseOf, isUntouched, isYetToBegin } from './timing.ts';

/** [FIR1] Lines that nobody has begun wait until they are fired; asked for by a station, those that it has a share in. */
export function hold(view: KitchenView, order: Order, command: Hold, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const isMeant = (line: Line) =>
    isUntouched(line) && line.heldAtMs === null && isAimedAt(aim, line) && isChosen(line, command);
  return changedLines(
    order,
    (line) => (isMeant(line) ? { ...line, heldAtMs: nowMs, startsAtMs: null, firedAtMs: null } : line),
    nowMs,
  );
}

/** [FIR2] Begins now: the lines or the course that were named, else the next course, else what is for later. */
export function fire(view: KitchenView, order: Order, command: Fire, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const meant = order.lines.filter((line) => isYetToBegin(line, nowMs) && isAimedAt(aim, line));
  const next = chosen(order, meant, command, nowMs);
  const fired = next.map((line) => ({ ...line, heldAtMs: null, startsAtMs: null, firedAtMs: nowMs }));
  const others = order.lines.filter((line) => !next.includes(line));
  const begins = startTimes({ ...order, lines: [...others, ...fired] }, fired, nowMs, view.settings());
  const byId = new Map(fired.map((line) => [line.id, { ...line, startsAtMs: begins.get(line.id) ?? nowMs }]));
  return changedLines(order, (line) => byId.get(line.id) ?? line, nowMs);
}

/**
 * The dishes that a fire without a name means at this moment. A screen names them: pressed at two screens, or once more
 * after an answer that was lost, it fires one course and not two ([FIR2]).
 */
export function nextToFire(order: Order, { station }: Viewpoint, nowMs: number): readonly LineId[] {
  const isHere = ({ progress }: Line) => station === null || progress.some((part) => part.station === station);
  const waiting = order.lines.filter((line) => isYetToBegin(line, nowMs) && isHere(line));
  return chosen(order, waiting, { lineIds: null, course: null }, nowMs).map(({ id }) => id);
}

/** What has no course comes with the next one that does. */
function chosen(order: Order, waiting: readonly Line[], command: Named, nowMs: number): readonly Line[] {
  if (command.lineIds !== null || command.course !== null) return waiting.filter((line) => isChosen(line, command));
  if (!waiting.some(({ heldAtMs }) => heldAtMs !== null)) return waiting;
  const begun = new Set(liveLines(order).flatMap((line) => (isYetToBegin(line, nowMs) ? [] : line.course)));
  // The rest of a course that was fired comes by itself, when it takes less time than the others ([FIR3]).
  const due = waiting.filter(({ heldAtMs, course }) => heldAtMs !== null || !begun.has(course));
  const next = Math.min(...due.flatMap(({ course }) => course ?? []));
  return due.filter(({ course }) => course === null || course === next);
}

const isAimedAt = (aim: Aim, line: Line) => line.progress.some((part) => aim.meets(line, part));

type Named = Pick<Fire, 'lineIds' | 'course'>;

function isChosen(line: Line, { lineIds, course }: Named): boolean {
  if (lineIds !== null) return lineIds.includes(line.id);
  return course === null || courseOf(line) === course;
}

/** What somebody has begun is held no more. */
export function released(before: Line, next: Line): Line {
  if (next === before || next.heldAtMs === null) return next;
  return next.progress.some(({ status }) => status !== 'pending') ? { ...next, heldAtMs: null } : next;
}
