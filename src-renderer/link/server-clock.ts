/**
 * The server's clock as seen from this screen ([CLK1]). Each frame with a time gives `server - received`, which is
 * too small by the frame's time under way; so the largest of the last minute is the nearest to the truth.
 */
export interface ServerClock {
  /** `fresh`: the first sample of a connection; what was known before may be about another clock. */
  sample(serverMs: number, receivedAtMs: number, fresh: boolean): void;
  /** Server time at a moment of this screen's steady clock. */
  at(steadyMs: number): number;
}

/** Twelve heartbeats are a minute: long enough for one quick frame, short enough to follow a drifting clock. */
const samplesKept = 12;

export function createServerClock(firstGuessOffsetMs: number): ServerClock {
  let offsets: number[] = [firstGuessOffsetMs];
  let best = firstGuessOffsetMs;
  return {
    sample: (serverMs, receivedAtMs, fresh) => {
      const offset = serverMs - receivedAtMs;
      if (!Number.isFinite(offset)) return;
      offsets = fresh ? [offset] : [...offsets, offset].slice(-samplesKept);
      best = Math.max(...offsets);
    },
    at: (steadyMs) => steadyMs + best,
  };
}
