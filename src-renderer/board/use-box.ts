import { type RefObject, useLayoutEffect, useState } from 'react';
import type { GridSize } from '../store/screen-choice.ts';
import { boxFor } from './grid-box.ts';
import type { GridBox } from './ticket-layout.ts';

/** The room inside an element as a grid; `null` until it is known. */
export function useBox(ref: RefObject<HTMLElement | null>, grid: GridSize): GridBox | undefined | null {
  const [box, setBox] = useState<GridBox | undefined | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setBox(boxFor(element.clientWidth, element.clientHeight, rem, grid));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, grid]);
  return box;
}
