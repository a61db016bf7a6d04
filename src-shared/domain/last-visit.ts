import { doneAtMs } from './bumped-share.ts';
import type { LineId } from './id.ts';
import { isLeftOver } from './leftover.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { makersOf } from './part-state.ts';
import { type Progress, rankOf } from './progress.ts';
import { shareSinceMs, type Viewpoint } from './station-ticket.ts';

/**
 * [RCL7] What stood on this board when the order was last on it: what was finished last, and whatever was to be done at
 * the same time, or at the same time as that. A recall that names it leaves earlier rounds with the guests. Nothing where
 * a recall without names does better: nothing is finished, or the change of day put away what is left ([CLR1]).
 */
export function lastVisit(order: Order, viewpoint: Viewpoint): readonly LineId[] {
  if (order.cancelledAtMs !== null || isLeftOver(order)) return [];
  const stays = order.lines.flatMap((line) => stayOf(line, viewpoint) ?? []);
  const visit = new Set<LineId>();
  let fromMs = Math.max(...stays.map(({ doneMs }) => doneMs));
  for (const { id, beganMs, doneMs } of stays.toSorted((a, b) => b.doneMs - a.doneMs)) {
    if (doneMs < fromMs) break;
    fromMs = Math.min(fromMs, beganMs);
    visit.add(id);
  }
  return stays.map(({ id }) => id).filter((id) => visit.has(id));
}

/** From when to when a line was to be done. */
type Stay = { readonly id: LineId; readonly beganMs: number; readonly doneMs: number };

/** `undefined` for what is not finished here, and for what would come back only when another station has made it anew. */
function stayOf(line: Line, viewpoint: Viewpoint): Stay | undefined {
  const { station, goal } = viewpoint;
  const parts = line.progress.filter((part) => station === null || part.station === station);
  const isOver = (part: Progress) => rankOf(part.status) >= rankOf(goal) && makersOf(line, part).length === 0;
  if (line.voidedAtMs !== null || parts.length === 0 || !parts.every(isOver)) return undefined;
  const beganMs = Math.min(...parts.map((part) => beganAtMs(line, part, viewpoint)));
  return { id: line.id, beganMs, doneMs: Math.max(...parts.map((part) => doneAtMs(part, viewpoint))) };
}

/** Done before it was due, or before its maker made it anew: then it had stood there since somebody began it. */
function beganAtMs(line: Line, part: Progress, viewpoint: Viewpoint): number {
  const [sinceMs, doneMs] = [shareSinceMs(line, part), doneAtMs(part, viewpoint)];
  return sinceMs <= doneMs ? sinceMs : Math.min(part.startedAtMs ?? doneMs, doneMs);
}
