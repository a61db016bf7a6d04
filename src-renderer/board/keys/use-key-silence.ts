import { useLayoutEffect, useRef, useState } from 'react';
import { createKeySilence, type KeySilence } from './key-silence.ts';

/** Begins when the wiping lock ends, however it ended ([WIP1]). */
export function useKeySilence(isLocked: boolean): KeySilence {
  const [silence] = useState(() => createKeySilence(after));
  const was = useRef(isLocked);
  useLayoutEffect(() => {
    if (was.current && !isLocked) silence.begin();
    was.current = isLocked;
  }, [isLocked, silence]);
  return silence;
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
