import { useMedia } from '../../ui/use-media.ts';
import { useChoice } from '../screen-choice-context.tsx';

/** A phone has no room for it. */
const roomForStrip = '(width >= 40rem)';

/** Whether the row of all open tickets stands on this screen; if not, what else it tells stands in the header ([OVW3]). */
export function useHasStrip(): boolean {
  const { choice } = useChoice();
  const hasRoom = useMedia(roomForStrip);
  return choice.overview && hasRoom;
}
