import { aimAt, orderCancelled } from './aim.ts';
import type { Fire, Hold } from './command.ts';
import type { Decision, KitchenView } from './decision.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { changedLines } from './order-change.ts';
import { courseOf, isLater, startsTogether } from './timing.ts';

/** [FIR1] Lines that nobody has begun wait until they are fired. */
export function hold(view: KitchenView, order: Order, command: Hold, nowMs: number): Decision {
  const aim = aimAt(view, order, { station: null, lineIds: command.lineIds });
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const isMeant = (line: Line) => isUntouched(line) && line.heldAtMs === null && isChosen(line, command);
  return changedLines(order, (line) => (isMeant(line) ? { ...line, heldAtMs: nowMs, startsAtMs: null } : line), nowMs);
}

/** [FIR2] Begins now: the lines or the course that were named, else the next course that is held, else what is for later. */
export function fire(view: KitchenView, order: Order, command: Fire, nowMs: number): Decision {
  const aim = aimAt(view, order, { station: null, lineIds: command.lineIds });
  if ('refused' in aim) return aim.refused;
  if (order.cancelledAtMs !== null) return orderCancelled;
  const waiting = order.lines.filter((line) => isUntouched(line) && (line.heldAtMs !== null || isLater(line, nowMs)));
  const fired = startsTogether(chosen(waiting, command), nowMs, view.settings());
  const byId = new Map(fired.map((line) => [line.id, { ...line, heldAtMs: null }]));
  return changedLines(order, (line) => byId.get(line.id) ?? line, nowMs);
}

function chosen(waiting: readonly Line[], command: Fire): readonly Line[] {
  if (command.lineIds !== null || command.course !== null) return waiting.filter((line) => isChosen(line, command));
  const held = waiting.filter(({ heldAtMs }) => heldAtMs !== null);
  const next = Math.min(...held.map(courseOf));
  return held.length > 0 ? held.filter((line) => courseOf(line) === next) : waiting;
}

function isChosen(line: Line, { lineIds, course }: Pick<Fire, 'lineIds' | 'course'>): boolean {
  if (lineIds !== null) return lineIds.includes(line.id);
  return course === null || courseOf(line) === course;
}

const isUntouched = ({ voidedAtMs, progress }: Line) =>
  voidedAtMs === null && progress.every(({ status }) => status === 'pending');

/** What somebody has begun is held no more. */
export function released(before: Line, next: Line): Line {
  if (next === before || next.heldAtMs === null) return next;
  return next.progress.some(({ status }) => status !== 'pending') ? { ...next, heldAtMs: null } : next;
}
