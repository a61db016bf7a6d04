/** Full jitter: anything between nothing and a ceiling that doubles from 250 ms to 1.75 s, so that screens do not return as one. */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.max(0, failures - 1));
  return Math.round(random * ceiling);
}

const shortestMs = 250;
const longestMs = 1750;
