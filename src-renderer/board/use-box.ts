import { type RefObject, useLayoutEffect, useState } from 'react';
import { boxFor, type GridBox } from './ticket-layout.ts';

/** The room inside an element as a grid; `null` until it is known. */
export function useBox(ref: RefObject<HTMLElement | null>): GridBox | undefined | null {
  const [box, setBox] = useState<GridBox | undefined | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setBox(boxFor(element.clientWidth, element.clientHeight, rem));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
}
