import type { Memory } from './board-memory.ts';
import { median } from './load.ts';
import type { Tap } from './tap-trace.ts';

export type BoardFigures = {
  readonly seconds: number;
  readonly events: number;
  readonly tasks: readonly number[];
  readonly memory: readonly Memory[];
  readonly taps: readonly Tap[];
};

/** One goal, whether it was reached, and the figures that say so. */
export type Verdict = { readonly goal: string; readonly isReached: boolean; readonly figures: string };

/** Two pictures at 60 a second: the one that is being drawn when the finger comes, and the next. */
const nextPictureMs = 34;
/** A page that opens fills its caches; what comes after is growth. */
const warmUpShare = 0.2;

export function verdictsOn({ seconds, events, tasks, memory, taps }: BoardFigures): readonly Verdict[] {
  const rate = events / seconds;
  const times = taps.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const late = taps.filter(({ pictures }) => pictures > 1).length;
  const heldUp = taps.reduce((sum, tap) => sum + tap.heldUp, 0);
  const ms = (value = 0) => value.toFixed(1);
  return [
    { goal: '50 events a second', isReached: rate >= 48, figures: `${rate.toFixed(1)} a second, ${events} in all` },
    { goal: 'no task over 50 ms', isReached: tasks.length === 0, figures: tasks.join(', ') || 'none' },
    {
      goal: 'tap to gone in the next picture',
      isReached: taps.length > 0 && late === 0 && median(times) <= nextPictureMs,
      figures: `${taps.length - late} of ${taps.length} taps; input to picture: median ${ms(median(times))} ms, most ${ms(times.at(-1))} ms; ${heldUp} more were held up because something had just moved`,
    },
    growth(
      'heap after collection',
      memory.map(({ heap }) => heap),
      1,
    ),
    growth(
      'private memory of the process',
      memory.map((one) => one.process),
      8,
    ),
  ];
}

/** Compares the medians of the two halves after the warming up; `most` in MB. */
function growth(what: string, all: readonly number[], most: number): Verdict {
  const warm = all.slice(Math.ceil(all.length * warmUpShare));
  const half = Math.floor(warm.length / 2);
  const grown = median(warm.slice(half)) - median(warm.slice(0, half));
  return {
    goal: `${what} does not grow`,
    isReached: warm.length > 3 && grown <= most,
    figures: `${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB from the first half to the second; ${all.map((mb) => mb.toFixed(1)).join(' ')}`,
  };
}
