import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { select, selectedIndex } from './keys/selection.ts';

/** When the selected ticket goes, the one that slides into its place is selected; a cook with a bump bar never loses the row. */
export function useKeptFocus(isKeyboard: boolean, tickets: unknown): { onFocus: (event: FocusEvent) => void } {
  const slot = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the tickets change
  useLayoutEffect(() => {
    if (isKeyboard && slot.current >= 0 && document.activeElement === document.body) select(slot.current);
  }, [isKeyboard, tickets]);
  return {
    onFocus: () => {
      slot.current = selectedIndex();
    },
  };
}
