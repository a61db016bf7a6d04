import { createServerClock } from './server-clock.ts';

/**
 * How long ago it was that the server said something, judged by the quickest frame of the same connection ([FRS2]).
 * A slow network hands over old news in an unbroken stream: each frame is a sign of life, and none of them says what
 * the kitchen looks like now.
 */
export interface Lateness {
  /** The first word of a connection is taken to have been quick. */
  established(serverTimeMs: number, receivedAtMs: number): void;
  beat(serverTimeMs: number, receivedAtMs: number): void;
  /** The moment of the screen's steady clock at which the server said or did it; never after it was received. */
  saidAtMs(serverTimeMs: number, receivedAtMs: number): number;
}

export function createLateness(): Lateness {
  const clock = createServerClock(0);
  return {
    established: (serverTimeMs, receivedAtMs) => clock.sample(serverTimeMs, receivedAtMs, true),
    beat: (serverTimeMs, receivedAtMs) => clock.sample(serverTimeMs, receivedAtMs, false),
    saidAtMs: (serverTimeMs, receivedAtMs) => receivedAtMs - Math.max(0, clock.at(receivedAtMs) - serverTimeMs),
  };
}
