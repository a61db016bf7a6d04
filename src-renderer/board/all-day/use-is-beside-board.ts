import { useMedia } from '../../ui/use-media.ts';

/** A monitor has room for counts and tickets; a tablet, which is also smaller, has not. */
const roomForBoth = '(min-width: 75rem) and (pointer: fine), (min-width: 100rem)';

export const useIsBesideBoard = (): boolean => useMedia(roomForBoth);
