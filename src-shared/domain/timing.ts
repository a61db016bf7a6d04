import { type Line, lineStatus } from './line.ts';
import type { Settings } from './settings.ts';

export const minuteMs = 60_000;

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
 * than the longest of its course, so that those end together ([FIR3]). A dish without a target begins at once, and so
 * does one without a course where `all` of the order has courses: drinks and sides wait for nobody.
 */
export function startsTogether<L extends Line>(
  lines: readonly L[],
  fromMs: number,
  settings: Settings,
  all: readonly Line[],
): L[] {
  const hasCourses = all.some(({ course }) => course !== null);
  const longest = (course: number | null) =>
    Math.max(0, ...lines.flatMap((line) => (line.course === course ? (line.prepMinutes ?? 0) : [])));
  const delayMs = ({ course, prepMinutes }: Line) =>
    prepMinutes === null || (course === null && hasCourses) ? 0 : (longest(course) - prepMinutes) * minuteMs;
  const isAtOnce = settings.firing === 'at-once';
  return lines.map((line) => ({ ...line, startsAtMs: fromMs + (isAtOnce ? 0 : delayMs(line)) }));
}

/** The order that lines come to: what is in it already, and when it is promised for. */
type Coming = { readonly promisedAtMs: number | null; readonly lines: readonly Line[] };

/** Lines as they come in, with the time for each; what is of a later course, or of one on hold, waits ([FIR1], [ADD1]). */
export function timeLines(
  lines: readonly Line[],
  { promisedAtMs, lines: all }: Coming,
  nowMs: number,
  settings: Settings,
): readonly Line[] {
  const earlier = all.filter(({ voidedAtMs }) => voidedAtMs === null);
  const holds = holding(lines, earlier, settings);
  const begins = isUnderWay(earlier, nowMs)
    ? null
    : orderStartsAtMs([...earlier, ...lines], promisedAtMs, nowMs, settings);
  const beside = begins === null ? [] : earlier.filter((line) => isWaiting(line, nowMs));
  const fired = [...beside, ...lines.filter((line) => !holds(line))];
  const timed = startsTogether(fired, begins ?? nowMs, settings, [...earlier, ...lines]);
  const byId = new Map(timed.map((line) => [line.id, { ...line, startsAtMs: ifLater(line.startsAtMs, nowMs) }]));
  return lines.map((line) => byId.get(line.id) ?? { ...line, heldAtMs: nowMs });
}

/** It has begun, and not only by a hand that took one dish of it early: nothing waits for its time any more ([ADD1]). */
const isUnderWay = (lines: readonly Line[], nowMs: number): boolean =>
  lines.some((line) => !isYetToBegin(line, nowMs)) && !lines.some((line) => isWaiting(line, nowMs));

const isWaiting = (line: Line, nowMs: number) => line.heldAtMs === null && isYetToBegin(line, nowMs);

/** Drinks and sides without a course are nobody's later course: they never wait, and nothing waits for them. */
function holding(lines: readonly Line[], earlier: readonly Line[], settings: Settings): (line: Line) => boolean {
  const held = new Set(earlier.flatMap(({ heldAtMs, course }) => (heldAtMs === null ? [] : (course ?? []))));
  const open = [...earlier.filter((line) => lineStatus(line) !== 'completed'), ...lines];
  const first = Math.min(...open.flatMap(({ course }) => course ?? []));
  return ({ course }) => course !== null && (held.has(course) || (settings.holdCourses && course > first));
}

/** Not to be begun before its time ([SCH1], [FIR3]). */
export const isLater = ({ startsAtMs }: Pick<Line, 'startsAtMs'>, atMs: number): boolean =>
  startsAtMs !== null && startsAtMs > atMs;

/** Nobody has begun it, and nobody is to begin it now: it is on hold or for later. */
export const isYetToBegin = (line: Line, nowMs: number): boolean =>
  isUntouched(line) && (line.heldAtMs !== null || isLater(line, nowMs));

export const isUntouched = ({ voidedAtMs, progress }: Line): boolean =>
  voidedAtMs === null && progress.every(({ status }) => status === 'pending');

/** A screen whose clock is a little behind must not take what begins now for later. */
const ifLater = (atMs: number | null, nowMs: number) => (atMs !== null && atMs > nowMs ? atMs : null);

/** Dishes without a course come with the first. */
export const courseOf = ({ course }: Pick<Line, 'course'>): number => course ?? 0;
