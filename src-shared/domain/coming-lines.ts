import { type Line, lineStatus } from './line.ts';
import type { Settings } from './settings.ts';
import { startTimes } from './start-times.ts';
import { type Coming, firedAtMs, ifLater, isWaiting, isYetToBegin } from './timing.ts';

/** Lines as they come in, with the time for each; what is of a later course, or of one on hold, waits ([FIR1], [ADD1]). */
export function timeLines(
  lines: readonly Line[],
  { promisedAtMs, lines: all }: Coming,
  nowMs: number,
  settings: Settings,
): readonly Line[] {
  const earlier = all.filter(({ voidedAtMs }) => voidedAtMs === null);
  const holds = holding(lines, earlier, settings);
  const fired = promisedAtMs === null || isUnderWay(earlier, nowMs) ? nowMs : null;
  const coming = lines.map((line) =>
    holds(line) ? { ...line, heldAtMs: nowMs } : { ...line, startsAtMs: null, firedAtMs: fired },
  );
  const begins = startTimes(
    { promisedAtMs, lines: [...earlier, ...coming] },
    [...earlier.filter((line) => isWaiting(line, nowMs)), ...coming.filter(({ heldAtMs }) => heldAtMs === null)],
    nowMs,
    settings,
  );
  return coming.map((line) =>
    line.heldAtMs === null ? { ...line, startsAtMs: ifLater(begins.get(line.id) ?? null, nowMs) } : line,
  );
}

/** It has begun, and not only by a hand that took one dish of it early: nothing waits for its promise any more ([ADD1]). */
const isUnderWay = (lines: readonly Line[], nowMs: number): boolean =>
  lines.some((line) => !isYetToBegin(line, nowMs)) &&
  !lines.some((line) => isWaiting(line, nowMs) && firedAtMs(line) === null);

/** Drinks and sides without a course are nobody's later course: they never wait, and nothing waits for them. */
function holding(lines: readonly Line[], earlier: readonly Line[], settings: Settings): (line: Line) => boolean {
  const held = new Set(earlier.flatMap(({ heldAtMs, course }) => (heldAtMs === null ? [] : (course ?? []))));
  const open = [...earlier.filter((line) => lineStatus(line) !== 'completed'), ...lines];
  const first = Math.min(...open.flatMap(({ course }) => course ?? []));
  return ({ course }) => course !== null && (held.has(course) || (settings.holdCourses && course > first));
}
