import { type Line, mapProgress } from './line.ts';
import { liveLines, type Order } from './order.ts';
import type { Progress } from './progress.ts';

/** [CLR1] Of what the change of day put away, something was never handed over. */
export const isLeftOver = (order: Order): boolean =>
  order.clearedAtMs !== null && liveLines(order).some(({ progress }) => progress.some(isLeft));

const isLeft = ({ status }: Progress) => status !== 'completed';

/**
 * The lines of what was put away, with a clock from now wherever there is something left to do: nobody wants to be told
 * that what came back from yesterday is late by a night ([CLR1]).
 */
export const begunAnew = (order: Order, nowMs: number): readonly Line[] =>
  order.clearedAtMs === null
    ? order.lines
    : order.lines.map((line) => mapProgress(line, (part) => (isLeft(part) ? { ...part, sinceMs: nowMs } : part)));
