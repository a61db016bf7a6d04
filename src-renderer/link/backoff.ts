/**
 * Full jitter, so that screens do not return as one: anything between nothing and a ceiling that doubles from 250 ms to
 * 1 s. Who has failed for long is asked less often of, at most every 1.75 s.
 */
export function backoffMs(failures: number, random: number): number {
  const longestMs = failures > manyFailures ? patientMs : soonMs;
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.max(0, failures - 1));
  return Math.round(random * ceiling);
}

const shortestMs = 250;
const soonMs = 1000;
const patientMs = 1750;
const manyFailures = 24;
