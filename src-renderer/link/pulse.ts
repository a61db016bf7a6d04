import type { Attempt } from './attempt.ts';
import type { Timers } from './timers.ts';

/**
 * Looks after a live WebSocket between heartbeats ([LNK16]). After a change of address, or of access point, it is dead
 * without a word while a new one would be live at once; the browser does not always tell. So another one is tried beside
 * it, which takes its place if it speaks; where the network itself is away, nothing is given up.
 */
export interface Pulse {
  watch(attempt: Attempt): void;
  /** The one beside it has taken its place. */
  replaced(): void;
  stop(): void;
}

/** Well before the heartbeat that is due every 5 s. */
const askAfterMs = 1200;
const answerWithinMs = 1000;
/** A slow network that needs longer for one large frame must not be cut off from it again and again. */
const shortestRestMs = 5000;
const longestRestMs = 60_000;

/** `silent`: it does not answer. Told again while that lasts. */
export function createPulse(timers: Timers, silent: () => void): Pulse {
  let cancel: () => void = () => undefined;
  let restMs = shortestRestMs;
  let restsUntilMs = Number.NEGATIVE_INFINITY;

  const quietMs = (attempt: Attempt) => timers.nowMs() - attempt.heardAtMs();

  function look(attempt: Attempt): void {
    const leftMs = askAfterMs - quietMs(attempt);
    if (leftMs > 0) later(attempt, leftMs, look);
    else ask(attempt);
  }

  function ask(attempt: Attempt): void {
    attempt.send('{"type":"ping"}');
    later(attempt, answerWithinMs, lookAgain);
  }

  function lookAgain(attempt: Attempt): void {
    if (quietMs(attempt) >= askAfterMs + answerWithinMs && timers.nowMs() >= restsUntilMs) silent();
    look(attempt);
  }

  function later(attempt: Attempt, ms: number, next: (attempt: Attempt) => void): void {
    cancel = timers.after(ms, () => next(attempt));
  }

  return {
    watch: (attempt) => {
      cancel();
      if (attempt.transport === 'websocket') look(attempt);
    },
    replaced: () => {
      restMs = timers.nowMs() - restsUntilMs > longestRestMs ? shortestRestMs : Math.min(longestRestMs, 2 * restMs);
      restsUntilMs = timers.nowMs() + restMs;
    },
    stop: () => cancel(),
  };
}
