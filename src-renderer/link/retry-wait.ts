import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Attempt, End } from './attempt.ts';
import { backoffMs } from './backoff.ts';
import type { Timers } from './timers.ts';

/** How long to stay away after a connection has ended. */
export interface RetryWait {
  /** In ms; 0 is at once. `leastMs`: what the server asked for. */
  after(end: End, attempt: Pick<Attempt, 'startedAtMs' | 'wasLive'>, leastMs: number): number;
  failures(): number;
  /** A link that falls at once again and again must not be taken for a good one: only 10 s end the series ([LNK5]). */
  live(): void;
  /** The network is another one, or the page began anew: what failed before says nothing. */
  reset(): void;
}

const provenMs = 10_000;
const mostResets = 3;
const resetsWithinMs = 60_000;
const confusedMs = 10_000;
const crowdedMs = 5000;
/** Attempts that fail at once must not fill the page's time, however the draws fall. */
const leastTurnMs = 10;

export function createRetryWait(timers: Timers): RetryWait {
  let failures = 0;
  let resetsAtMs: number[] = [];
  let cancelProven: () => void = () => undefined;

  /** Whatever does not fit together again and again is not mended by asking faster ([LNK12]). */
  function isConfused(): boolean {
    resetsAtMs = [...resetsAtMs, timers.nowMs()].filter((atMs) => timers.nowMs() - atMs < resetsWithinMs);
    return resetsAtMs.length > mostResets;
  }

  function after(end: End, attempt: Pick<Attempt, 'startedAtMs' | 'wasLive'>, leastMs: number): number {
    cancelProven();
    const isFirst = failures === 0;
    failures++;
    if (end.kind === 'silent' || (isFirst && isAtOnce(end))) return leastMs;
    const drawnMs = backoffMs(failures, timers.random());
    if (end.kind === 'mismatch' && isConfused()) return confusedMs + drawnMs;
    if (end.kind === 'closed' && end.code === closeCodes.tooMany) return Math.max(leastMs, crowdedMs) + drawnMs;
    // A wait keeps screens from asking all the time; one that hung has not been asking ([LNK8]).
    const spentMs = attempt.wasLive() ? 0 : timers.nowMs() - attempt.startedAtMs;
    return Math.max(leastMs, drawnMs - spentMs, leastTurnMs - spentMs);
  }

  return {
    after,
    failures: () => failures,
    live: () => {
      cancelProven();
      cancelProven = timers.after(provenMs, () => {
        failures = 0;
      });
    },
    reset: () => {
      cancelProven();
      failures = 0;
    },
  };
}

const isAtOnce = (end: End) =>
  end.kind === 'closed' && (end.code === closeCodes.tooSlow || end.code === closeCodes.epochReplaced);
