import { timeLines } from './coming-lines.ts';
import type { Line } from './line.ts';
import { liveLines, type Order } from './order.ts';
import type { Settings } from './settings.ts';
import { startTimes } from './start-times.ts';
import { isUntouched, isWaiting } from './timing.ts';

/**
 * The lines as they are to begin after more of them have come, by a merge too, or one was changed or called off: a
 * scheduled order by its present size ([SCH1]), and what was fired to end together by what there is left of it ([FIR3]).
 * What has begun or is due is left alone.
 */
export function retimed(
  { promisedAtMs }: Pick<Order, 'promisedAtMs'>,
  lines: readonly Line[],
  nowMs: number,
  settings: Settings,
): readonly Line[] {
  const waiting = lines.filter((line) => isWaiting(line, nowMs));
  const begins = startTimes({ promisedAtMs, lines }, waiting, nowMs, settings);
  return lines.map((line) => {
    const startsAtMs = begins.get(line.id) ?? line.startsAtMs;
    return startsAtMs === line.startsAtMs ? line : { ...line, startsAtMs };
  });
}

/**
 * A line that nobody has begun goes along with the course it is of now: on hold with one that is, and begun with one that
 * was fired. Where there is nothing of that course yet it stays as it is ([FIR1]).
 */
export function inCourse(order: Order, was: Line, line: Line, nowMs: number, settings: Settings): Line {
  if (line.course === was.course || !isUntouched(was)) return line;
  const others = order.lines.filter((one) => one !== was);
  const [timed] = timeLines([{ ...line, heldAtMs: null }], { ...order, lines: others }, nowMs, settings);
  if (!timed || timed.heldAtMs !== null)
    return { ...line, heldAtMs: was.heldAtMs ?? nowMs, startsAtMs: null, firedAtMs: null };
  const isFired = liveLines(order).some((one) => one !== was && one.course === line.course && one.heldAtMs === null);
  if (was.heldAtMs === null || !(isFired || line.course === null)) return line;
  return { ...line, heldAtMs: null, startsAtMs: timed.startsAtMs ?? nowMs, firedAtMs: timed.firedAtMs };
}
