import { createStillness, type Stillness } from './stillness.ts';

/** Hears of every hand at this page. */
export function openBrowserStillness(nowMs: () => number): Stillness {
  const still = createStillness(nowMs);
  const hear = <Kind extends Event>(names: readonly string[], touched: (event: Kind) => void) => {
    for (const name of names) addEventListener(name, touched as EventListener, { capture: true, passive: true });
  };
  hear(['keydown', 'keyup', 'wheel'], () => still.touched());
  // Also one that scrolls, of which pointers tell nothing more.
  hear<TouchEvent>(['touchstart', 'touchmove', 'touchend', 'touchcancel'], ({ touches }) =>
    still.touched(touches.length > 0),
  );
  let last = '';
  hear<PointerEvent>(
    ['pointerdown', 'pointermove', 'pointerup'],
    ({ type, pointerType, buttons, clientX, clientY }) => {
      if (pointerType === 'touch') return;
      const spot = `${clientX},${clientY}`;
      // Where something slides below a mouse that rests, the browser tells of a move.
      if (type !== 'pointermove' || spot !== last) still.touched(buttons !== 0);
      last = spot;
    },
  );
  return still;
}
