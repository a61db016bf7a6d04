import { isControl, type KeyPress, type Stroke, strokesOf } from './stroke.ts';

export type KeyDown = KeyPress & { readonly repeat: boolean };

/** What a press may be called; `isHeld` when it is the same press going on, which must not act again ([KEY4]). */
export type KeyReading = { readonly strokes: readonly Stroke[]; readonly isHeld: boolean };

export interface KeyReader {
  down(press: KeyDown): KeyReading;
  up(press: KeyPress): KeyReading;
  /** A finger or a mouse has come between: Control was held for that. */
  forget(): void;
}

/**
 * Tells when a key was pressed. Control alone counts when it is let go with no other key between ([KEY5]): who reloads
 * the page with Ctrl+R has not bumped a ticket.
 */
export function createKeyReader(): KeyReader {
  let lone: string | undefined;
  return {
    down: (press) => {
      if (!press.repeat) lone = isControl(press) ? press.code : undefined;
      const strokes = isControl(press) ? [] : strokesOf(press);
      return { strokes, isHeld: press.repeat };
    },
    up: (press) => {
      const isLone = isControl(press) && lone === press.code;
      lone = undefined;
      return { strokes: isLone ? strokesOf({ ...press, ctrlKey: false }) : [], isHeld: false };
    },
    forget: () => {
      lone = undefined;
    },
  };
}
