import { createServerClock } from './server-clock.ts';

/** Older news are no proof of what is so now. Leaves time for a second look before the amber line. */
const lateMs = 5000;

/**
 * How long frames were under way, judged by the quickest of the same connection ([FRS2]). A slow network hands over
 * old news in an unbroken stream: each frame is a sign of life, and none of them says what the kitchen looks like now.
 */
export interface Lateness {
  established(serverTimeMs: number, receivedAtMs: number): void;
  /** Whether this heartbeat is too old to prove anything. */
  isLate(serverTimeMs: number, receivedAtMs: number): boolean;
}

export function createLateness(): Lateness {
  const clock = createServerClock(0);
  return {
    established: (serverTimeMs, receivedAtMs) => clock.sample(serverTimeMs, receivedAtMs, true),
    isLate: (serverTimeMs, receivedAtMs) => {
      clock.sample(serverTimeMs, receivedAtMs, false);
      return clock.at(receivedAtMs) - serverTimeMs > lateMs;
    },
  };
}
