import { useCallback, useSyncExternalStore } from 'react';

/** Whether the screen is like this now, such as `(width >= 40rem)`. */
export function useMedia(wanted: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = matchMedia(wanted);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [wanted],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(wanted).matches);
}
