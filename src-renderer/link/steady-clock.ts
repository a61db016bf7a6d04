export type Readings = {
  /** Never goes back, but stands still while the device sleeps. */
  readonly monotonicMs: () => number;
  /** Counts sleep, but is set by people and by NTP. */
  readonly wallMs: () => number;
};

/**
 * A clock that never goes back and counts sleep. Ages shown on a screen need both: after a night's sleep the board
 * must not believe that its last news are two seconds old, nor that they lie in the future. A wall clock that runs
 * ahead by more than a second is taken as sleep; a hand that sets it forward causes one needless reconnect.
 */
export function createSteadyClock({ monotonicMs, wallMs }: Readings): () => number {
  let monotonic = monotonicMs();
  let wall = wallMs();
  let elapsed = 0;
  return () => {
    const monotonicStep = monotonicMs() - monotonic;
    const wallStep = wallMs() - wall;
    monotonic += monotonicStep;
    wall += wallStep;
    elapsed += wallStep - monotonicStep > sleepMs ? wallStep : monotonicStep;
    return elapsed;
  };
}

/** Below this the two clocks differ by rounding and slewing only. */
const sleepMs = 1000;
