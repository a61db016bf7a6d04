import { closeCodes, isFinalClose } from '#shared/protocol/close-codes.ts';
import type { Timers } from './timers.ts';

/** Whether a close code ends the link for good, or only this connection ([LNK14]). */
export interface LastWord {
  /** A connection was given up that may still reach the server. */
  gaveUp(): void;
  isLast(code: number, isTrialUnderWay: boolean): boolean;
}

/** So long may a request that we have given up still arrive, after the network has come back. */
const straysMs = 300_000;

/**
 * The name of a tab is ours alone. Who takes our place is an older connection of our own that was given up and has
 * reached the server late, or a trial: then the place is taken back.
 */
export function createLastWord({ nowMs }: Pick<Timers, 'nowMs'>): LastWord {
  let givenUpAtMs = Number.NEGATIVE_INFINITY;
  return {
    gaveUp: () => {
      givenUpAtMs = nowMs();
    },
    isLast: (code, isTrialUnderWay) => {
      // Streams of one order end; this one never does, so it was something in between.
      if (code === closeCodes.finished) return false;
      const isOurs = isTrialUnderWay || nowMs() - givenUpAtMs < straysMs;
      return isFinalClose(code) && !(code === closeCodes.replaced && isOurs);
    },
  };
}
