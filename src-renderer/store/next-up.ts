import type { Kitchen } from '#shared/domain/apply.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { partState } from '#shared/domain/part-state.ts';
import { ticketAt, type Viewpoint } from '#shared/domain/station-ticket.ts';

/** Orders that will be tickets here, and are not yet. */
export type NextUp = {
  /** For a later time. */
  readonly later: number;
  /** When the first of these comes; null without any. */
  readonly nextAtMs: number | null;
};

/** What will come to this board by itself ([OVW2]): orders of which this station can begin nothing at `nowMs`. */
export function nextUp({ orders }: Pick<Kitchen, 'orders'>, viewpoint: Viewpoint, nowMs: number): NextUp {
  const starts: number[] = [];
  for (const order of orders.values()) {
    // Asked first, because it costs nothing, and of most orders nothing waits.
    if (!order.lines.some(mayWait) || ticketAt(order, viewpoint, nowMs)) continue;
    const startsAtMs = firstStartMs(order, viewpoint, nowMs);
    if (startsAtMs !== undefined) starts.push(startsAtMs);
  }
  return { later: starts.length, nextAtMs: starts.length > 0 ? Math.min(...starts) : null };
}

const mayWait = ({ startsAtMs }: Line) => startsAtMs !== null;

function firstStartMs(order: Order, { station, goal }: Viewpoint, nowMs: number): number | undefined {
  const isLater = (line: Line) =>
    line.progress.some(
      (part) => (station === null || part.station === station) && partState(order, line, part, goal, nowMs) === 'later',
    );
  const starts = order.lines.flatMap((line) => (isLater(line) ? (line.startsAtMs ?? []) : []));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}
