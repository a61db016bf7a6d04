import type { LineId } from './id.ts';
import type { Line } from './line.ts';
import { rankOf } from './progress.ts';
import type { Settings } from './settings.ts';
import { type Coming, firedAtMs, isLater, isUntouched, leadMs, minuteMs } from './timing.ts';

/**
 * When each of the `waiting` lines begins ([SCH1], [FIR3]): by the promise, or with those that were fired together with
 * it; at once, or so much later as it takes less time than the longest of its course, so that those end together. A dish
 * without a target begins at once, and so does one without a course where others have one: drinks and sides wait for
 * nobody. Nobody who was fired waits for a guess either; but what comes by the promise ends with a dish without a target
 * as if that took its usual time, because the whole order begins earlier for it. What stands in no relation to others
 * keeps the time that it has.
 */
export function startTimes(
  { promisedAtMs, lines }: Coming,
  waiting: readonly Line[],
  nowMs: number,
  settings: Settings,
): ReadonlyMap<LineId, number> {
  const live = lines.filter(({ voidedAtMs }) => voidedAtMs === null);
  const dueMs = promisedAtMs === null ? null : promisedAtMs - leadMs(live, settings);
  const ids = new Set(waiting.map(({ id }) => id));
  const all: All = { live, isToTime: ({ id }) => ids.has(id), dueMs, usualMs: settings.leadMinutes * minuteMs, nowMs };
  const isAtOnce = settings.firing === 'at-once';
  return new Map(
    waiting.flatMap((line) => {
      const fromMs = firedAtMs(line) === null ? dueMs : nowMs;
      if (fromMs === null) return [];
      const waits = !isAtOnce && isOfCourse(line, all);
      const startsAtMs = waits ? endsMs(line, all) - prepMs(line, all) : fromMs;
      return [[line.id, Math.max(nowMs, startsAtMs)] as const];
    }),
  );
}

type All = {
  readonly live: readonly Line[];
  /** It has no time yet, or is to get another. */
  readonly isToTime: (line: Line) => boolean;
  /** When an order of this size begins by its promise; null when it has none. */
  readonly dueMs: number | null;
  /** What a dish without a target counts with. */
  readonly usualMs: number;
  readonly nowMs: number;
};

/** It ends with others. What was fired where nothing had a course goes on waiting when something with one is added. */
const isOfCourse = (line: Line, { live, nowMs }: All): boolean =>
  line.prepMinutes !== null &&
  (line.course !== null ||
    live.every(({ course }) => course === null) ||
    (firedAtMs(line) !== null && isLater(line, nowMs)));

/** When the last of those that are to end with this one does. */
function endsMs(line: Line, all: All): number {
  const isFired = firedAtMs(line) !== null;
  const isBeside = (one: Line) =>
    !isFired || (one.prepMinutes !== null && firedAtMs(one) === firedAtMs(line) && isUncooked(one));
  const together = all.live.filter((one) => one.course === line.course && one.heldAtMs === null && isBeside(one));
  const startOf = isFired ? firedStart : promisedStart;
  return Math.max(...together.map((one) => startOf(one, all) + prepMs(one, all)));
}

const firedStart = (one: Line, { isToTime, nowMs }: All) =>
  isToTime(one) || isLater(one, nowMs) ? nowMs : ownStart(one, nowMs);

/** What a hand took or fired early counts as if it had kept to the promise: the others wait for that still. */
function promisedStart(one: Line, { isToTime, dueMs, nowMs }: All): number {
  if (firedAtMs(one) !== null || (isLater(one, nowMs) && !isUntouched(one))) return dueMs ?? nowMs;
  return isToTime(one) ? Math.max(dueMs ?? nowMs, nowMs) : ownStart(one, nowMs);
}

const ownStart = ({ startsAtMs, addedAtMs }: Line, nowMs: number) => Math.min(nowMs, startsAtMs ?? addedAtMs);
const prepMs = ({ prepMinutes }: Line, { usualMs }: All) => (prepMinutes === null ? usualMs : prepMinutes * minuteMs);
const isUncooked = ({ progress }: Line) => progress.some(({ status }) => rankOf(status) < rankOf('ready'));
