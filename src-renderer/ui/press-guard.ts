/**
 * A press counts where it began ([TAP2]): what came down on one thing and is let go on another, because that has slid,
 * come or gone meanwhile, does nothing. The browser would give it to whatever lies there by then.
 *
 * Keys press without a pointer, and programs too; both go on as ever.
 */
export function watchPresses(): void {
  /** What each pointer that is down has come down on. */
  const began = new Map<number, Element | null>();
  let last: Element | null = null;
  const press = ({ target, pointerId, isPrimary }: PointerEvent) => {
    // The first finger of a new touch: of those before it nothing more is heard.
    if (isPrimary) began.clear();
    last = thingOf(target);
    began.set(pointerId, last);
  };
  const judge = (event: MouseEvent) => {
    const isByHand = event.isTrusted && event.detail > 0;
    if (!isByHand || thingOf(event.target) === placeOf(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  /** The browser's mouse events after a touch do not say whose they are. */
  const placeOf = (event: MouseEvent) =>
    event instanceof PointerEvent && began.has(event.pointerId) ? began.get(event.pointerId) : last;
  addEventListener('pointerdown', press, true);
  // Also what only takes the focus, and with it the bump key.
  for (const act of ['mousedown', 'click'] as const) addEventListener(act, judge, true);
}

/** What is pressed as one, whatever stands on it and however that is drawn anew. */
const things = 'button, a, input, select, textarea, label, dialog';

const thingOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? (target.closest(things) ?? target) : null;
