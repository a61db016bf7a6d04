import { useEffect, useState } from 'react';

/**
 * The tickets that come next are drawn out of sight, one whenever there is nothing else to do: when gaps close, or the
 * page is turned, they are there already, and nobody waits for a screenful of new ones ([GRD7]).
 *
 * @param next ids of those that come after the page, the nearest first; the same list for the same tickets is no change
 * @returns those that may be drawn now
 */
export function useAhead(next: readonly string[]): ReadonlySet<string> {
  const [ahead, setAhead] = useState<ReadonlySet<string>>(none);
  const missing = next.find((id) => !ahead.has(id)) ?? '';
  // What has come onto the page is no longer ahead: it goes when it is pushed off, and the focus with it.
  const isSettled = missing === '' && ahead.size === next.length;
  const all = next.join(' ');
  useEffect(() => {
    if (isSettled) return;
    const wanted = all === '' ? [] : all.split(' ');
    return whenIdle(() => setAhead((before) => new Set(wanted.filter((id) => before.has(id) || id === missing))));
  }, [isSettled, missing, all]);
  return ahead;
}

const none: ReadonlySet<string> = new Set();

const longestMs = 1000;

/** Not every tablet's browser tells when it is idle. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, longestMs / 4);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: longestMs });
  return () => cancelIdleCallback(handle);
}
