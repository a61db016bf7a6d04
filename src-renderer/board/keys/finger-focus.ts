/** What a finger or a mouse has given the focus to, by a tap or by closing what lay over it. */
let touched: Element | null = null;

/**
 * Whoever taps a button and then presses the bump key means a ticket, not that button again; whoever has come to it by
 * keys means the button ([KEY1]). The browser gives both of them the focus.
 */
export const hasFingerFocus = (): boolean => touched !== null && touched === document.activeElement;

/**
 * Whether a finger or a mouse was the last at the board itself, not a key: then nobody works by what is selected, and it
 * has no frame ([KEY8]). The style reads it from the page.
 */
export const isByFinger = (): boolean => document.documentElement.dataset.lastHand === 'finger';

function lastHand(hand: 'finger' | 'key'): void {
  const { dataset } = document.documentElement;
  if (dataset.lastHand !== hand) dataset.lastHand = hand;
}

/** Until it is called off. */
export function watchFocus(): () => void {
  let isFinger = false;
  /** What a finger has pressed on the board: a sheet that it opened gives it the focus back, also when a key closes that. */
  let opener: Element | null = null;
  const pointer = ({ target }: PointerEvent) => {
    isFinger = true;
    if (isInSheet(target)) return;
    opener = target instanceof Element ? target.closest('button') : null;
    lastHand('finger');
  };
  const key = () => {
    isFinger = false;
    lastHand('key');
  };
  const focus = ({ target }: FocusEvent) => {
    // Whoever has moved on by keys comes back to it on purpose.
    if (!isFinger && target !== opener && !isInSheet(target)) opener = null;
    touched = (isFinger || target === opener) && target instanceof Element ? target : null;
  };
  addEventListener('pointerdown', pointer, true);
  addEventListener('keydown', key, true);
  addEventListener('focusin', focus, true);
  return () => {
    touched = null;
    delete document.documentElement.dataset.lastHand;
    removeEventListener('pointerdown', pointer, true);
    removeEventListener('keydown', key, true);
    removeEventListener('focusin', focus, true);
  };
}

export const isInSheet = (target: EventTarget | null) => target instanceof Element && target.closest('dialog') !== null;
