import { createServerClock } from './server-clock.ts';

/**
 * How long ago it was that the server said something ([FRS2]). A slow network hands over old news in an unbroken stream:
 * each frame is a sign of life, and none of them says what the kitchen looks like now.
 */
export interface Lateness {
  /** The first word of a connection was said after it was asked for, and nobody knows how much later. */
  established(serverTimeMs: number, askedAtMs: number, receivedAtMs: number): void;
  beat(serverTimeMs: number, receivedAtMs: number): void;
  /**
   * The moment of the screen's steady clock at which the server said or did it; never after it was received. For the
   * first twelve words of a connection it is rather too early, by what the first may have been under way: what is proven
   * must not be younger than it is.
   */
  saidAtMs(serverTimeMs: number, receivedAtMs: number): number;
  /** Judged by the quickest frame of the connection. */
  underWayMs(serverTimeMs: number, receivedAtMs: number): number;
}

export function createLateness(): Lateness {
  const atLeast = createServerClock(0);
  const atMost = createServerClock(0);
  return {
    established: (serverTimeMs, askedAtMs, receivedAtMs) => {
      atMost.sample(serverTimeMs, askedAtMs, true);
      atLeast.sample(serverTimeMs, receivedAtMs, true);
    },
    beat: (serverTimeMs, receivedAtMs) => {
      for (const clock of [atMost, atLeast]) clock.sample(serverTimeMs, receivedAtMs, false);
    },
    saidAtMs: (serverTimeMs, receivedAtMs) => receivedAtMs - Math.max(0, atMost.at(receivedAtMs) - serverTimeMs),
    underWayMs: (serverTimeMs, receivedAtMs) => Math.max(0, atLeast.at(receivedAtMs) - serverTimeMs),
  };
}
