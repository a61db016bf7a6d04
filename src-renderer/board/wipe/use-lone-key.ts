import { useCallback, useEffect, useRef, useState } from 'react';
import { type OnKey, useKeyPresses } from '../keys/use-key-presses.ts';

/**
 * Whether one key is held down, and no other with it: a bar that is wiped along with the screen has several pressed, or
 * each for a moment ([WIP1]). No key does anything else meanwhile.
 */
export function useLoneKey(): boolean {
  const down = useRef(new Set<string>());
  const [lone, setLone] = useState<string | null>(null);
  useKeyPresses(
    useCallback<OnKey>((_, event) => {
      event.preventDefault();
      event.stopPropagation();
      const key = event.code || event.key;
      if (event.repeat) return;
      if (event.type === 'keyup') down.current.delete(key);
      else down.current.add(key);
      const isAlone = event.type === 'keydown' && down.current.size === 1;
      setLone(isAlone ? key : null);
    }, []),
  );
  useEffect(() => {
    // What is let go elsewhere is never heard of.
    const forget = () => {
      down.current.clear();
      setLone(null);
    };
    addEventListener('blur', forget);
    return () => removeEventListener('blur', forget);
  }, []);
  return lone !== null;
}
