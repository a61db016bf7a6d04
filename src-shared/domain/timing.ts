import type { Line } from './line.ts';
import type { Settings } from './settings.ts';

const minuteMs = 60_000;

type Timed = Pick<Line, 'prepMinutes' | 'quantity'>;

/**
 * When a scheduled order is to appear: before it is promised by as long as its longest dish takes, and a little more
 * for each further item, so that a large one comes earlier than a small one ([SCH1]). Null for at once.
 */
export function orderStartsAtMs(
  lines: readonly Timed[],
  promisedAtMs: number | null,
  nowMs: number,
  settings: Settings,
): number | null {
  if (promisedAtMs === null) return null;
  const known = lines.flatMap(({ prepMinutes }) => prepMinutes ?? []);
  const longestMinutes = known.length > 0 ? Math.max(...known) : settings.leadMinutes;
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const leadMs = longestMinutes * minuteMs + Math.max(0, items - 1) * settings.leadSecondsPerItem * 1000;
  const startsAtMs = promisedAtMs - leadMs;
  return startsAtMs > nowMs ? startsAtMs : null;
}

/**
 * When each of the lines that are fired together begins: all at `fromMs`, or each so much later as it takes less time
 * than the longest, so that they end together ([FIR3]). A dish without a target begins at once.
 */
export function startsTogether<L extends Line>(lines: readonly L[], fromMs: number, settings: Settings): L[] {
  if (settings.firing === 'at-once') return lines.map((line) => ({ ...line, startsAtMs: fromMs }));
  const longest = Math.max(0, ...lines.map(({ prepMinutes }) => prepMinutes ?? 0));
  const delayMs = ({ prepMinutes }: Line) => (prepMinutes === null ? 0 : (longest - prepMinutes) * minuteMs);
  return lines.map((line) => ({ ...line, startsAtMs: fromMs + delayMs(line) }));
}

/** Lines as they come in, with the time for each, and later courses held if so set ([FIR1]). */
export function timeLines(
  lines: readonly Line[],
  promisedAtMs: number | null,
  nowMs: number,
  settings: Settings,
): readonly Line[] {
  const first = Math.min(...lines.map(courseOf));
  const holds = (line: Line) => settings.holdCourses && courseOf(line) > first;
  const atOnce = lines.filter((line) => !holds(line));
  const startsAtMs = orderStartsAtMs(lines, promisedAtMs, nowMs, settings);
  const timed = startsTogether(atOnce, startsAtMs ?? nowMs, settings);
  const byId = new Map(timed.map((line) => [line.id, { ...line, startsAtMs: ifLater(line.startsAtMs, nowMs) }]));
  return lines.map((line) => byId.get(line.id) ?? { ...line, heldAtMs: nowMs });
}

/** A screen whose clock is a little behind must not take what begins now for later. */
const ifLater = (atMs: number | null, nowMs: number) => (atMs !== null && atMs > nowMs ? atMs : null);

/** Dishes without a course come with the first. */
export const courseOf = ({ course }: Pick<Line, 'course'>): number => course ?? 0;
