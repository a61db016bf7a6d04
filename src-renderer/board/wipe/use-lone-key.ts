import { useCallback, useEffect, useRef, useState } from 'react';
import { type OnKey, useKeyPresses } from '../keys/use-key-presses.ts';

export type KeysDown = {
  /** One key is held down, and no other with it. */
  readonly isAlone: boolean;
  /** Any, however many. */
  readonly isDown: boolean;
};

const none: KeysDown = { isAlone: false, isDown: false };

/**
 * A bar that is wiped along with the screen has several keys pressed, or each for a moment ([WIP1]). No key does anything
 * else meanwhile.
 */
export function useLoneKey(): KeysDown {
  const down = useRef(new Set<string>());
  const [keys, setKeys] = useState(none);
  useKeyPresses(
    useCallback<OnKey>((_, event) => {
      event.preventDefault();
      event.stopPropagation();
      const key = event.code || event.key;
      if (event.repeat) return;
      if (event.type === 'keyup') down.current.delete(key);
      else down.current.add(key);
      const isAlone = event.type === 'keydown' && down.current.size === 1;
      setKeys({ isAlone, isDown: down.current.size > 0 });
    }, []),
  );
  useEffect(() => {
    // What is let go elsewhere is never heard of.
    const forget = () => {
      down.current.clear();
      setKeys(none);
    };
    addEventListener('blur', forget);
    return () => removeEventListener('blur', forget);
  }, []);
  return keys;
}
