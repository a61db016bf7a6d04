import type { TimeFigures } from '#shared/protocol/wire-report.ts';

/** Collects durations in whole seconds, and tells them to the second however many there are ([RPT3]). */
export interface Times {
  /** `weight`: so many portions took as long. */
  add(seconds: number, weight?: number): void;
  figures(): TimeFigures;
  /** What has been added to the other is added to this one. */
  merge(other: Times): void;
  /** How many took so many seconds, up to the longest. */
  counts(): Uint32Array;
  /** As new, in the same room. */
  clear(): void;
}

/** Most times are below; who is slower is given more room. */
const firstRoom = 1024;

export function createTimes(): Times {
  // How many took so many seconds: none takes longer than four hours ([RPT2]), so the room is bounded.
  let counts = new Uint32Array(0);
  let longest = 0;
  let count = 0;
  let sum = 0;

  function grow(seconds: number): void {
    const before = counts;
    counts = new Uint32Array(Math.max(firstRoom, 2 ** Math.ceil(Math.log2(seconds + 1))));
    counts.set(before);
  }

  /** The smallest time that at least that share of all took at most. */
  function quantile(share: number): number {
    let seen = 0;
    for (let seconds = 0; seconds <= longest; seconds++) {
      seen += counts[seconds] ?? 0;
      if (seen >= count * share) return seconds;
    }
    return 0;
  }

  function add(seconds: number, weight = 1): void {
    if (seconds >= counts.length) grow(seconds);
    counts[seconds] = (counts[seconds] ?? 0) + weight;
    if (seconds > longest) longest = seconds;
    count += weight;
    sum += seconds * weight;
  }

  return {
    add,
    figures: () => {
      if (count === 0) return { count, mean_s: null, median_s: null, p90_s: null };
      return { count, mean_s: Math.round(sum / count), median_s: quantile(0.5), p90_s: quantile(0.9) };
    },
    counts: () => counts.subarray(0, longest + 1),
    merge: (other) => {
      const more = other.counts();
      if (more.length > counts.length) grow(more.length - 1);
      for (let seconds = 0; seconds < more.length; seconds++) {
        const many = more[seconds] ?? 0;
        if (many > 0) add(seconds, many);
      }
    },
    clear: () => {
      counts.fill(0, 0, longest + 1);
      count = 0;
      sum = 0;
      longest = 0;
    },
  };
}
