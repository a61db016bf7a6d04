import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same seed gives the same numbers. */
export type SeededRandom = {
  readonly seed: number;
  /** At least 0, below 1. */
  next(): number;
  /** Whole number from 0 to below `end`. */
  below(end: number): number;
  /** Chance of its own for one consumer: what it draws does not depend on when others draw. */
  part(name: string): SeededRandom;
};

/** Prints its seed, so that a run that failed can be repeated with `KDS_TEST_SEED`. */
export function createSeededRandom(name: string, given = process.env.KDS_TEST_SEED): SeededRandom {
  const seed = given ? Number(given) : Math.floor(Math.random() * 2 ** 31);
  console.log(`${name}: KDS_TEST_SEED=${seed}`);
  return seededRandom(seed);
}

function seededRandom(seed: number): SeededRandom {
  const next = mulberry32(seed);
  return {
    seed,
    next,
    below: (end) => Math.floor(next() * end),
    part: (name) => seededRandom(createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE()),
  };
}

/** Small, well mixed, 32 bits of state: enough to choose instants with. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
