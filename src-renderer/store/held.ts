import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { isAfterLater, partState } from '#shared/domain/part-state.ts';
import { type Viewpoint, viewpointOf } from '#shared/domain/station-ticket.ts';
import { courseOf } from '#shared/domain/timing.ts';
import { hopedOrders } from './hoped-orders.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';

/** What one tap fires: the dishes of a course that somebody holds here. */
export type HeldCourse = {
  readonly order: Order;
  /** 0 for dishes without one. */
  readonly course: number;
  readonly lines: readonly Line[];
  /** When the first of them was put on hold. */
  readonly sinceMs: number;
};

/**
 * Everything that waits at this station until somebody fires it, whether something else of its ticket stands on the board
 * or not, longest on hold first ([FIR2]); as hoped for, so that what was fired here leaves at once ([OPT1]).
 */
export function heldHere(state: ScreenState): readonly HeldCourse[] {
  const viewpoint = viewpointOf(kitchenOf(state).stations, state.station);
  return hopedOrders(state, ({ heldAtMs }) => heldAtMs !== null)
    .flatMap((order) => heldCourses(order, viewpoint, state.momentMs))
    .sort((a, b) => a.sinceMs - b.sinceMs || a.course - b.course);
}

/** How many tickets that is ([OVW2]). */
export const ticketsIn = (held: readonly HeldCourse[]): number => new Set(held.map(({ order }) => order.id)).size;

/** Somebody has fired it, here or elsewhere, rather than called it off. */
export function isFired({ order, lines }: HeldCourse, state: ScreenState): boolean {
  const now = state.kitchen?.orders.get(order.id);
  const ids = new Set(lines.map(({ id }) => id));
  return now?.cancelledAtMs === null && now.lines.some(({ id, voidedAtMs }) => ids.has(id) && voidedAtMs === null);
}

function heldCourses(order: Order, { station, goal }: Viewpoint, nowMs: number): readonly HeldCourse[] {
  const isHeld = (line: Line) =>
    line.progress.some(
      (part) => (station === null || part.station === station) && partState(order, line, part, goal, nowMs) === 'held',
    );
  // What comes behind an order for later comes with it ([SCH1]).
  const held = order.lines.filter((line) => isHeld(line) && !isAfterLater(order, line, nowMs));
  return [...new Set(held.map(courseOf))].map((course) => {
    const lines = held.filter((line) => courseOf(line) === course);
    return { order, course, lines, sinceMs: Math.min(...lines.map(({ heldAtMs }) => heldAtMs ?? 0)) };
  });
}
