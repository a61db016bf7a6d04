import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useScreen } from './screen-context.ts';

/**
 * What grows pushes down what is below: on a phone, a word more above the tickets is a row more. Whoever taps then
 * aimed at what was there before ([TAP1]).
 */
export function useHeightGuard<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const { guard } = useScreen();
  const ref = useRef<Kind>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    let height = element.offsetHeight;
    const observer = new ResizeObserver(() => {
      if (element.offsetHeight !== height) guard.slid();
      height = element.offsetHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [guard]);
  return ref;
}
