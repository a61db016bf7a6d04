import { existsSync, readFileSync } from 'node:fs';

const file = '/proc/pressure/cpu';

/**
 * Measures from now on: the share of the time in which something on this machine had to wait for a processor. A bench
 * that shares its machine says so by this; undefined where the system does not tell.
 */
export function watchPressure(): () => string {
  const startMs = performance.now();
  const startUs = waitedUs();
  return () => {
    if (startUs === undefined) return 'unknown';
    const share = ((waitedUs() ?? startUs) - startUs) / 1000 / (performance.now() - startMs);
    return `${Math.round(share * 100)} %`;
  };
}

const waitedUs = (): number | undefined =>
  existsSync(file) ? Number(/some .*total=(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) : undefined;
