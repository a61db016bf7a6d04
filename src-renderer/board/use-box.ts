import { type RefObject, useLayoutEffect, useState } from 'react';
import type { GridSize, HitSize } from '../store/screen-choice.ts';
import { boxFor } from './grid-box.ts';
import type { GridBox } from './ticket-layout.ts';

/** The room inside an element as a grid; `null` until it is known. Cells are the larger, the larger what is tapped is. */
export function useBox(
  ref: RefObject<HTMLElement | null>,
  grid: GridSize,
  hitSize: HitSize,
): GridBox | undefined | null {
  const [box, setBox] = useState<GridBox | undefined | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style that is read depends on the size that is chosen
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(document.documentElement);
      const rem = Number.parseFloat(style.fontSize);
      const hitRem = Number.parseFloat(style.getPropertyValue('--hit-size'));
      setBox(boxFor(element.clientWidth, element.clientHeight, rem, grid, hitRem));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, grid, hitSize]);
  return box;
}
