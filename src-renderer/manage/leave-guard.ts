import { useEffect, useRef, useState } from 'react';

export type Leaving = {
  /** Where somebody wants to go; null while nobody does. */
  readonly wanted: string | null;
  readonly ask: (hash: string) => void;
  readonly stay: () => void;
  /** Nothing is asked any more, and the place that is left is not to be gone back to. */
  readonly leave: (hash: string) => void;
};

/** The first comes first, and by the second the page would have been drawn anew. */
const moves = ['popstate', 'hashchange'] as const;

/**
 * Asks before somebody goes elsewhere with something that is not saved: by a link, by the way back, or out of the page,
 * where the browser asks itself ([MNE4], [STE2]).
 */
export function useLeaveGuard(isHeld: boolean): Leaving {
  const [wanted, setWanted] = useState<string | null>(null);
  const isOpen = useRef(false);
  useEffect(() => {
    if (!isHeld) return;
    const here = location.hash;
    const ask = (hash: string, event: Event) => {
      if (isOpen.current || hash === here) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setWanted(hash);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (link && isPlain) ask(link.hash, event);
    };
    const onHash = (event: Event) => {
      const hash = location.hash;
      ask(hash, event);
      if (!isOpen.current && hash !== here) history.pushState(null, '', here);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isOpen.current) event.preventDefault();
    };
    // Before anybody else hears of it.
    document.addEventListener('click', onClick, true);
    for (const name of moves) addEventListener(name, onHash, true);
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      for (const name of moves) removeEventListener(name, onHash, true);
      removeEventListener('beforeunload', onUnload);
    };
  }, [isHeld]);
  // Who has left already is not to be taken elsewhere by an answer that comes late.
  useEffect(() => {
    isOpen.current = false;
    return () => {
      isOpen.current = true;
    };
  }, []);
  return {
    wanted,
    ask: setWanted,
    stay: () => setWanted(null),
    leave: (hash: string) => {
      if (isOpen.current) return;
      isOpen.current = true;
      location.replace(hash);
    },
  };
}
