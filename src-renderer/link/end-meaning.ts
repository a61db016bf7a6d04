import { closeCodes, isFinalClose } from '#shared/protocol/close-codes.ts';
import type { Attempt, End } from './attempt.ts';

/** A request that was refused is over so much sooner. */
const holeMs = 5000;

/** What was neither answered nor refused has gone into a black hole ([LNK15]). */
export const isHole = (from: Attempt, how: End, nowMs: number): boolean =>
  how.kind === 'closed' ? from.isSeeking && nowMs - from.startedAtMs > holeMs : how.kind !== 'mismatch';

/** A page's name is its own, so whoever has taken its place is a connection of its own, that was given up ([LNK14]). */
export const isForGood = (code: number): boolean =>
  // Streams of one order end; this one never does, so it was something in between.
  isFinalClose(code) && code !== closeCodes.replaced && code !== closeCodes.finished;
