import { useCallback, useEffect, useState } from 'react';
import { isInSheet } from './finger-focus.ts';

/** Whether the board shows its numbers and keys: from a key on until the next tap, which has no use for them ([KEY8]). */
export function useKeyMarks(): { readonly isKeyboard: boolean; readonly keyUsed: () => void } {
  const [isKeyboard, setKeyboard] = useState(false);
  const keyUsed = useCallback(() => setKeyboard(true), []);
  useEffect(() => {
    const tapped = ({ isTrusted, detail, target }: MouseEvent) => {
      const isByHand = isTrusted && detail > 0;
      // Not before the tap has done its work: a number that it hit would be gone from under it.
      if (isByHand && !isInSheet(target)) setTimeout(() => setKeyboard(false));
    };
    addEventListener('click', tapped, true);
    return () => removeEventListener('click', tapped, true);
  }, []);
  return { isKeyboard, keyUsed };
}
