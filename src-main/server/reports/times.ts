/** Seconds, as a report tells them; null where there are none. The mean stands beside the median, which no forgotten bump moves. */
export type TimeFigures = {
  readonly count: number;
  readonly mean_s: number | null;
  readonly median_s: number | null;
  readonly p90_s: number | null;
};

/** Collects durations in whole seconds, and tells them to the second however many there are ([RPT3]). */
export interface Times {
  /** `weight`: so many portions took as long. */
  add(seconds: number, weight?: number): void;
  figures(): TimeFigures;
}

export function createTimes(): Times {
  const counts = new Map<number, number>();
  let count = 0;
  let sum = 0;

  /** The smallest times that at least those shares of all took at most. */
  function quantiles(shares: readonly number[]): readonly number[] {
    const all = [...counts].toSorted(([a], [b]) => a - b);
    return shares.map((share) => {
      let seen = 0;
      const found = all.find(([, many]) => {
        seen += many;
        return seen >= count * share;
      });
      return found?.[0] ?? 0;
    });
  }

  return {
    add: (seconds, weight = 1) => {
      counts.set(seconds, (counts.get(seconds) ?? 0) + weight);
      count += weight;
      sum += seconds * weight;
    },
    figures: () => {
      if (count === 0) return { count, mean_s: null, median_s: null, p90_s: null };
      const [median_s = 0, p90_s = 0] = quantiles([0.5, 0.9]);
      return { count, mean_s: Math.round(sum / count), median_s, p90_s };
    },
  };
}
