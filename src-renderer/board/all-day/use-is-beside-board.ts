import { useSyncExternalStore } from 'react';

/** A monitor has room for counts and tickets; a tablet, which is also smaller, has not. */
const roomForBoth = '(min-width: 75rem) and (pointer: fine), (min-width: 100rem)';

export function useIsBesideBoard(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(roomForBoth).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(roomForBoth);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
