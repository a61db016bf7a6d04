/** npm and the terminal both pass one Ctrl-C on, so the same signal may come twice within a moment. */
const oneSignalMs = 1000;

/** Longer than any honest stop. What is on disk is safe without it; the system gives back the rest. */
export const stopLimitMs = 8000;

export type StopSignal = 'SIGTERM' | 'SIGINT' | 'SIGHUP';

/** Calls `stop` at the first signal and `exitNow` at one that comes later, when somebody has lost patience. */
export function onStopSignal(stop: (signal: StopSignal) => void, exitNow: (signal: StopSignal) => void): void {
  let firstAtMs: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAtMs === undefined) {
        firstAtMs = performance.now();
        stop(signal);
      } else if (performance.now() - firstAtMs > oneSignalMs) {
        exitNow(signal);
      }
    });
  }
}
