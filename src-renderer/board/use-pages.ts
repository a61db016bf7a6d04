import { useCallback, useState } from 'react';
import type { Page } from './pager.tsx';

type Pages = {
  readonly page: Page;
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** How many tickets the page turned out to hold; a list holds all and begins at the first. */
  readonly fit: (count: number, isList: boolean) => void;
};

/** Which tickets are on the screen. Going back retraces the pages that were shown; an emptied page falls back to the one before. */
export function usePages(total: number): Pages {
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const [count, setCount] = useState(0);
  const left = starts.filter((start) => start < Math.max(1, total));
  if (left.length !== starts.length) setStarts(left);
  const start = left.at(-1) ?? 0;
  const next = useCallback(() => {
    setStarts((all) => (start + count < total ? [...all, start + count] : all));
  }, [start, count, total]);
  const previous = useCallback(() => setStarts((all) => (all.length > 1 ? all.slice(0, -1) : all)), []);
  const first = useCallback(() => setStarts([0]), []);
  const last = useCallback(() => {
    setStarts((all) => (start + count < total ? [...all, Math.max(start + count, total - count)] : all));
  }, [start, count, total]);
  const fit = useCallback((held: number, isList: boolean) => {
    setCount(held);
    if (isList) setStarts((all) => (all.length > 1 ? [0] : all));
  }, []);
  return { page: { start, count }, next, previous, first, last, fit };
}
