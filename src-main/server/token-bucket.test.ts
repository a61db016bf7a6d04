import { expect, test } from 'vitest';
import { createTokenBuckets } from './token-bucket.ts';

/** Buckets on a clock that stands still until it is told otherwise. */
function inHand(mostKeys = 100) {
  let nowMs = 1_000_000;
  const buckets = createTokenBuckets({ most: 5, perS: 2 }, mostKeys, { nowMs: () => nowMs });
  const taken = (key: string, tries: number) => Array.from({ length: tries }, () => buckets.take(key)).filter(Boolean);
  return {
    buckets,
    /** How many of so many tries are let through. */
    through: (key: string, tries: number) => taken(key, tries).length,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('[LIM1] so many at once, then as many as come again, never more than at first', () => {
  const { through, pass } = inHand();
  expect(through('a', 20)).toBe(5);
  pass(499);
  expect(through('a', 20)).toBe(0);
  pass(1);
  expect(through('a', 20)).toBe(1);
  pass(3600_000);
  expect(through('a', 20)).toBe(5);
});

test('[LIM1] each has their own', () => {
  const { through } = inHand();
  expect([through('a', 9), through('b', 9), through('a', 9)]).toEqual([5, 5, 0]);
});

test('[LIM1] a clock that is set back neither gives nor takes, and time goes on from there', () => {
  const { through, pass } = inHand();
  expect(through('a', 3)).toBe(3);
  pass(-7200_000);
  expect(through('a', 9)).toBe(2);
  pass(1000);
  expect(through('a', 9)).toBe(2);
});

test('[LIM1] what is given back counts again, and never for more than there was', () => {
  const { buckets, through } = inHand();
  expect(through('a', 5)).toBe(5);
  buckets.giveBack('a');
  expect(through('a', 9)).toBe(1);
  for (let times = 0; times < 50; times++) buckets.giveBack('a');
  buckets.giveBack('unheard of');
  expect([through('a', 50), through('unheard of', 50)]).toEqual([5, 5]);
});

test('[LIM3] no more are remembered than were agreed; who has asked nothing for a while makes room', () => {
  const { through, pass } = inHand(3);
  expect(['a', 'b', 'c', 'd'].map((key) => through(key, 9))).toEqual([5, 5, 5, 0]);
  expect(through('a', 1)).toBe(0);
  pass(2500);
  expect(through('a', 1)).toBe(1);
  // b is the one that was used the longest ago, and has all again.
  expect(through('d', 9)).toBe(5);
  expect(through('b', 9)).toBe(5);
  expect(through('c', 9)).toBe(0);
});
