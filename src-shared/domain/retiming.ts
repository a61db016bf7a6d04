import type { Line } from './line.ts';
import { liveLines, type Order } from './order.ts';
import { rankOf } from './progress.ts';
import type { Settings } from './settings.ts';
import { isLater, isUntouched, isYetToBegin, minuteMs, orderStartsAtMs, startsTogether, timeLines } from './timing.ts';

/**
 * The lines as they are to begin after more of them have come, or one was changed or called off: a scheduled order by its
 * present size ([SCH1]), and what was fired to end together by what there is left of it ([FIR3]). What has begun or is
 * due is left alone.
 */
export function retimed(before: Order, lines: readonly Line[], nowMs: number, settings: Settings): readonly Line[] {
  const after: Order = { ...before, lines };
  const live = liveLines(after);
  const waiting = live.filter((line) => isYetToBegin(line, nowMs) && line.heldAtMs === null);
  const fired = new Map(waiting.map((line) => [line.id, firedStartMs(before, live, line, nowMs, settings)]));
  const scheduled = before.promisedAtMs === null ? [] : waiting.filter(({ id }) => fired.get(id) === undefined);
  const begins = orderStartsAtMs(live, before.promisedAtMs, nowMs, settings) ?? nowMs;
  const timed = new Map(startsTogether(scheduled, begins, settings, live).map((line) => [line.id, line.startsAtMs]));
  return lines.map((line) => {
    const startsAtMs = fired.get(line.id) ?? timed.get(line.id) ?? line.startsAtMs;
    return startsAtMs === line.startsAtMs ? line : { ...line, startsAtMs };
  });
}

/** When a line that waits for longer ones of its course begins, by those that are left; `undefined` when it waits for none. */
function firedStartMs(
  before: Order,
  live: readonly Line[],
  line: Line,
  nowMs: number,
  { firing }: Settings,
): number | undefined {
  const was = before.lines.find(({ id }) => id === line.id);
  if (firing === 'at-once' || !was || was.course !== line.course) return undefined;
  const together = liveLines(before).filter((one) => one.course === was.course && isEndingWith(one, was));
  if (together.every((one) => isLater(one, nowMs))) return undefined;
  const left = live.filter(
    (one) => one.course === line.course && isUncooked(one) && together.some(({ id }) => id === one.id),
  );
  const endMs = Math.max(...left.map((one) => (isLater(one, nowMs) ? nowMs + prepMs(one) : endsAtMs(one))));
  return Math.max(nowMs, endMs - prepMs(line));
}

const isEndingWith = (one: Line, other: Line): boolean =>
  one.heldAtMs === null && one.prepMinutes !== null && endsAtMs(one) === endsAtMs(other);

const endsAtMs = (line: Line): number => (line.startsAtMs ?? line.addedAtMs) + prepMs(line);
const prepMs = ({ prepMinutes }: Line): number => (prepMinutes ?? 0) * minuteMs;
const isUncooked = ({ progress }: Line) => progress.some(({ status }) => rankOf(status) < rankOf('ready'));

/**
 * A line that nobody has begun goes along with the course it is of now: on hold with one that is, and begun with one that
 * was fired. Where there is nothing of that course yet it stays as it is ([FIR1]).
 */
export function inCourse(order: Order, was: Line, line: Line, nowMs: number, settings: Settings): Line {
  if (line.course === was.course || !isUntouched(was)) return line;
  const others = order.lines.filter((one) => one !== was);
  const [timed] = timeLines([{ ...line, heldAtMs: null }], { ...order, lines: others }, nowMs, settings);
  if (!timed || timed.heldAtMs !== null) return { ...line, heldAtMs: was.heldAtMs ?? nowMs, startsAtMs: null };
  const isFired = liveLines(order).some((one) => one !== was && one.course === line.course && one.heldAtMs === null);
  if (was.heldAtMs === null || !(isFired || line.course === null)) return line;
  return { ...line, heldAtMs: null, startsAtMs: timed.startsAtMs ?? nowMs };
}
