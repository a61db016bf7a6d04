import { Histogram, type Registry } from 'prom-client';

/** Often enough to meet a stall that a person could notice, seldom enough for a computer at rest. */
const sampleMs = 50;
/** A computer that slept for an hour was not busy for an hour. */
const longestMs = 60_000;

/**
 * How late the one thread comes to its work. A histogram of our own, because perf_hooks' keeps only what happened since
 * it was last read, so that two scrapers hide each other's stalls. Returns what ends it.
 */
export function createEventLoopFigures(register: Registry): () => void {
  const delay = new Histogram({
    name: 'kitchen_pass_event_loop_delay_seconds',
    help: 'How late a timer was that is due every 50 ms: all that the server does waits so long.',
    buckets: [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [register],
  });
  let dueMs = performance.now() + sampleMs;
  const timer = setTimeout(sample, sampleMs).unref();

  function sample(): void {
    const nowMs = performance.now();
    delay.observe(Math.min(Math.max(0, nowMs - dueMs), longestMs) / 1000);
    dueMs = nowMs + sampleMs;
    timer.refresh();
  }

  return () => clearTimeout(timer);
}
