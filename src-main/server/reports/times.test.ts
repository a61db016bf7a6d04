import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimes } from './times.ts';

const portions = fc.array(fc.tuple(fc.integer({ min: 0, max: 14_400 }), fc.integer({ min: 1, max: 20 })));

function timesOf(all: readonly (readonly [number, number])[]) {
  const times = createTimes();
  for (const [seconds, weight] of all) times.add(seconds, weight);
  return times;
}

test('[RPT3] median and 90th percentile are those of the sorted list', () => {
  fc.assert(
    fc.property(portions, (all) => {
      const list = all
        .flatMap(([seconds, weight]) => Array.from({ length: weight }, () => seconds))
        .sort((a, b) => a - b);
      const at = (share: number) => list[Math.ceil(list.length * share - 1e-9) - 1] ?? null;
      const { count, median_s, p90_s } = timesOf(all).figures();
      expect([count, median_s, p90_s]).toEqual([list.length, at(0.5), at(0.9)]);
    }),
  );
});

test('[RPO2] what is put together of parts is what all of it is, also in a room that was used before', () => {
  fc.assert(
    fc.property(portions, portions, (first, second) => {
      const merged = timesOf([[14_000, 3]]);
      merged.clear();
      merged.merge(timesOf(first));
      merged.merge(timesOf(second));
      expect(merged.figures()).toEqual(timesOf([...first, ...second]).figures());
    }),
  );
});
