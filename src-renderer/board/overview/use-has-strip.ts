import { useSyncExternalStore } from 'react';
import { useChoice } from '../screen-choice-context.tsx';

/** A phone has no room for it. */
const roomForStrip = '(width >= 40rem)';

/** Whether the row of all open tickets stands on this screen; if not, what else it tells stands in the header ([OVW3]). */
export function useHasStrip(): boolean {
  const { choice } = useChoice();
  const hasRoom = useSyncExternalStore(subscribe, () => matchMedia(roomForStrip).matches);
  return choice.overview && hasRoom;
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(roomForStrip);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
