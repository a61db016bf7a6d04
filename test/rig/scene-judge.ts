import type { OrderStream, Stored } from './order-stream.ts';
import type { ScreenLine } from './screen-line.ts';
import type { LineOf, ScreenLog } from './screen-log.ts';

/** When a person must be told, and when the screen must not be used any more ([FRS1]). */
const tellMs = 15_000;
const lostMs = 40_000;
/** A screen knows the server's clock only as well as its quickest frame was quick. */
const clockErrorMs = 500;

type Place = { readonly epoch: string; readonly seq: number };

/** A screen that is at `place` shows this event. A later start of the server begins with all that was stored before. */
function shows(place: Place, event: Stored, epochs: readonly string[]): boolean {
  if (place.epoch === event.epoch) return place.seq >= event.seq;
  return epochs.indexOf(place.epoch) > epochs.indexOf(event.epoch);
}

const isShown = (line: ScreenLine): line is LineOf<'shown'> => line.kind === 'shown';

/** Moments at which a screen lacked something old and did not say so. */
export function silentFailures({ lines, epochs }: ScreenLog, stored: readonly Stored[]): string[] {
  const oldestLacking = (sample: LineOf<'sample'>) => stored.find((event) => !shows(sample, event, epochs));
  return lines.filter(isSample).flatMap((sample) => {
    const lacking = oldestLacking(sample);
    const ageMs = lacking ? sample.atMs - lacking.atMs - clockErrorMs : 0;
    const owed = ageMs > lostMs ? 'lost' : ageMs > tellMs ? 'waiting' : 'fresh';
    const isHonest = owed === 'fresh' || sample.freshness === 'lost' || sample.freshness === owed;
    return isHonest ? [] : [`${sample.screen} says ${sample.freshness}, lacks ${lacking?.seq} of ${ageMs} ms ago`];
  });
}

const isSample = (line: ScreenLine): line is LineOf<'sample'> => line.kind === 'sample';
export const faultsIn = (lines: readonly ScreenLine[], fault: 'repeat' | 'hole') =>
  lines.filter((line) => line.kind === 'fault' && line.fault === fault);

/** Events that a screen never came to show. */
export function missing(log: ScreenLog, names: readonly string[], stored: readonly Stored[]): number {
  return names.reduce((sum, name) => {
    const at = log.newest(name, 'shown') ?? { epoch: '', seq: 0 };
    return sum + stored.filter((event) => !shows(at, event, log.epochs)).length;
  }, 0);
}

/** From being stored to being shown, for each event on each screen, in ms. */
export function lagsMs(log: ScreenLog, names: readonly string[], stored: readonly Stored[]): number[] {
  return names.flatMap((name) => {
    const shown = log.lines.filter((line) => isShown(line) && line.screen === name) as LineOf<'shown'>[];
    return stored.flatMap((event) => {
      const first = shown.find((line) => shows(line, event, log.epochs));
      return first ? [first.atMs - event.atMs] : [];
    });
  });
}

/** Resolves when every screen shows all that is stored, with how long that took each of them from now, in ms. */
export async function recoveries(log: ScreenLog, names: readonly string[], orders: OrderStream, withinMs: number) {
  const fromMs = Date.now();
  const last = orders.last();
  if (!last) return [];
  const has = (name: string) => {
    const at = log.newest(name, 'shown') ?? { epoch: '', seq: 0 };
    return shows(at, last, log.epochs);
  };
  await log.until(() => names.every(has), withinMs);
  return names.filter(has).map((name) => {
    const line = log.lines.find((one) => isShown(one) && one.screen === name && shows(one, last, log.epochs));
    return Math.max(0, (line?.atMs ?? 0) - fromMs);
  });
}
