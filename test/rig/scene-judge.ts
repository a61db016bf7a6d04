import type { Stored } from './order-stream.ts';
import type { ScreenLine } from './screen-line.ts';
import type { LineOf, ScreenLog } from './screen-log.ts';

/** When a person must be told, and when the screen must not be used any more ([FRS1]). */
const tellMs = 15_000;
const lostMs = 40_000;
/** A screen knows the server's clock only as well as its quickest frame was quick. */
const clockErrorMs = 500;

/** Longer than any goal: what takes longer counts as so long, so that a miss is a large figure and never a missing one. */
export const patienceMs = 60_000;

type Place = { readonly epoch: string; readonly seq: number };
const nowhere: Place = { epoch: '', seq: 0 };

/** A screen that is at `place` shows this event. A later start of the server begins with all that was stored before. */
function shows(place: Place, event: Stored, epochs: readonly string[]): boolean {
  if (place.epoch === event.epoch) return place.seq >= event.seq;
  const start = epochs.indexOf(event.epoch);
  return start >= 0 && epochs.indexOf(place.epoch) > start;
}

const isShown = (line: ScreenLine): line is LineOf<'shown'> => line.kind === 'shown';

/** Moments at which a screen lacked something old and did not say so. */
export function silentFailures(
  { lines, epochs }: Pick<ScreenLog, 'lines' | 'epochs'>,
  stored: readonly Stored[],
): string[] {
  const oldestLacking = (sample: LineOf<'sample'>) => stored.find((event) => !shows(sample, event, epochs));
  return lines.filter(isSample).flatMap((sample) => {
    const lacking = oldestLacking(sample);
    const lackedMs = lacking ? sample.atMs - lacking.atMs : 0;
    if (!isSilent(sample.freshness, lackedMs)) return [];
    return [`${sample.screen} says ${sample.freshness}, lacks ${lacking?.seq} of ${lackedMs} ms ago`];
  });
}

/** A screen that lacks something of so long ago says nothing of it, or too little ([NET3]). */
export function isSilent(freshness: string | undefined, lackedMs: number): boolean {
  const ageMs = lackedMs - clockErrorMs;
  if (ageMs <= tellMs || freshness === 'lost') return false;
  return ageMs > lostMs || freshness !== 'waiting';
}

const isSample = (line: ScreenLine): line is LineOf<'sample'> => line.kind === 'sample';
const faultsIn = (lines: readonly ScreenLine[], fault: 'repeat' | 'hole') =>
  lines.filter((line) => line.kind === 'fault' && line.fault === fault);

/** Events that a screen never came to show. */
export function missing(log: ScreenLog, names: readonly string[], stored: readonly Stored[]): number {
  return names.reduce((sum, name) => {
    const at = log.newest(name, 'shown') ?? nowhere;
    return sum + stored.filter((event) => !shows(at, event, log.epochs)).length;
  }, 0);
}

/** From being stored to being shown, for each event on each screen, in ms; what never was counts as a minute. */
export function lagsMs(log: ScreenLog, names: readonly string[], stored: readonly Stored[]): number[] {
  return names.flatMap((name) => {
    const shown = log.lines.filter((line) => isShown(line) && line.screen === name) as LineOf<'shown'>[];
    return stored.map((event) => {
      const first = shown.find((line) => shows(line, event, log.epochs));
      return first ? first.atMs - event.atMs : patienceMs;
    });
  });
}

/**
 * Resolves when every screen shows all that is stored, with how long that took each of them since `fromMs`; who has not
 * come in a minute is not left out, but counts as a minute.
 */
export async function recoveries(
  log: ScreenLog,
  names: readonly string[],
  last: Stored | undefined,
  fromMs = Date.now(),
): Promise<number[]> {
  if (!last) return [];
  const has = (name: string) => shows(log.newest(name, 'shown') ?? nowhere, last, log.epochs);
  await log.until(() => names.every(has), Math.max(0, fromMs + patienceMs - Date.now()));
  return names.map((name) => {
    if (!has(name)) return patienceMs;
    const line = log.lines.find((one) => isShown(one) && one.screen === name && shows(one, last, log.epochs));
    return Math.max(0, (line?.atMs ?? 0) - fromMs);
  });
}

/** What the lines of these screens come to in the end. */
export function findingsIn(log: ScreenLog, names: readonly string[], stored: readonly Stored[]) {
  const own = new Set(names);
  const lines = log.lines.filter(({ screen }) => own.has(screen));
  return {
    screens: names.length,
    events: stored.length,
    lacking: missing(log, names, stored),
    holes: faultsIn(lines, 'hole').length,
    repeats: faultsIn(lines, 'repeat').length,
    silent: lines.some(isSample) ? silentFailures({ lines, epochs: log.epochs }, stored).length : null,
  };
}
