/** Time as the link needs it; a test brings its own. `random` is in [0, 1). */
export interface Timers {
  /** Milliseconds on a clock that never goes back and counts sleep; see `steady-clock.ts`. */
  nowMs(): number;
  /** Runs once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
  random(): number;
}
