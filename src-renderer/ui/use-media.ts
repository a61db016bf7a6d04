import { useCallback, useSyncExternalStore } from 'react';

/** Whether the screen is like this now, such as `(width >= 40rem)`. */
export function useMedia(wanted: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = queryFor(wanted);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [wanted],
  );
  return useSyncExternalStore(subscribe, () => queryFor(wanted).matches);
}

/** Asked at every drawing of the board; each new query costs the browser more than the answer. */
const queries = new Map<string, MediaQueryList>();

function queryFor(wanted: string): MediaQueryList {
  const known = queries.get(wanted) ?? matchMedia(wanted);
  queries.set(wanted, known);
  return known;
}
