import { useCallback, useRef, useState } from 'react';
import type { OnKey } from '../keys/use-key-presses.ts';
import { useKeyPresses } from '../keys/use-key-presses.ts';

/** Two keys, one after the other: a bar that is wiped along with the screen, or bumped into, ends nothing by one. */
export function useTwoKeys(onBoth: () => void): boolean {
  const first = useRef<string>(undefined);
  const [isOneIn, setOneIn] = useState(false);
  useKeyPresses(
    useCallback<OnKey>(
      ({ strokes: [stroke], isHeld }, event) => {
        if (stroke === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        if (isHeld) return;
        if (first.current === undefined) {
          first.current = stroke;
          setOneIn(true);
        } else onBoth();
      },
      [onBoth],
    ),
  );
  return isOneIn;
}
