import type { Line } from './line.ts';
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
  return ifLater(promisedAtMs - leadMs(lines, settings), nowMs);
}

/** How long before its promise an order of these dishes begins; one without a target takes as long as is usual here. */
export function leadMs(lines: readonly Timed[], settings: Settings): number {
  const minutes = lines.map(({ prepMinutes }) => prepMinutes ?? settings.leadMinutes);
  const longestMinutes = minutes.length > 0 ? Math.max(...minutes) : settings.leadMinutes;
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return longestMinutes * minuteMs + Math.max(0, items - 1) * settings.leadSecondsPerItem * 1000;
}

/** An order as far as its times go. */
export type Coming = { readonly promisedAtMs: number | null; readonly lines: readonly Line[] };

/** It waits for its time, and for nobody's hand. */
export const isWaiting = (line: Line, nowMs: number): boolean => line.heldAtMs === null && isYetToBegin(line, nowMs);

/** Not to be begun before its time ([SCH1], [FIR3]). */
export const isLater = ({ startsAtMs }: Pick<Line, 'startsAtMs'>, atMs: number): boolean =>
  startsAtMs !== null && startsAtMs > atMs;

/** Nobody has begun it, and nobody is to begin it now: it is on hold or for later. */
export const isYetToBegin = (line: Line, nowMs: number): boolean =>
  isUntouched(line) && (line.heldAtMs !== null || isLater(line, nowMs));

export const isUntouched = ({ voidedAtMs, progress }: Line): boolean =>
  voidedAtMs === null && progress.every(({ status }) => status === 'pending');

/** A screen whose clock is a little behind must not take what begins now for later. */
export const ifLater = (atMs: number | null, nowMs: number) => (atMs !== null && atMs > nowMs ? atMs : null);

/** When it was fired; null for what comes by the promise, and in documents of before there was this field. */
export const firedAtMs = (line: Line): number | null => line.firedAtMs ?? null;

/** Dishes without a course come with the first. */
export const courseOf = ({ course }: Pick<Line, 'course'>): number => course ?? 0;
