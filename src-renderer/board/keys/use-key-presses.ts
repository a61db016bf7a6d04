import { useEffect } from 'react';
import { createKeyReader, type KeyReading } from './key-reader.ts';
import { isRightToLeft } from './selection.ts';
import type { KeyPress } from './stroke.ts';

export type OnKey = (reading: KeyReading, event: KeyboardEvent) => void;

/** Every key that was pressed on this page, whatever has the focus, before anybody else hears of it. */
export function useKeyPresses(onKey: OnKey): void {
  useEffect(() => {
    const reader = createKeyReader();
    const down = (event: KeyboardEvent) => {
      if (!event.isComposing) onKey(reader.down(pressOf(event)), event);
    };
    const up = (event: KeyboardEvent) => onKey(reader.up(pressOf(event)), event);
    const forget = () => reader.forget();
    addEventListener('keydown', down, true);
    addEventListener('keyup', up, true);
    addEventListener('pointerdown', forget, true);
    addEventListener('blur', forget);
    return () => {
      removeEventListener('keydown', down, true);
      removeEventListener('keyup', up, true);
      removeEventListener('pointerdown', forget, true);
      removeEventListener('blur', forget);
    };
  }, [onKey]);
}

/** Where one reads from right to left, onward is left: the arrows are known by what they mean ([KEY3]). */
const mirrored = (key: string) => otherArrow[key] ?? key;
const otherArrow: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

const pressOf = (event: KeyboardEvent): KeyPress & { repeat: boolean } => ({
  key: isRightToLeft() ? mirrored(event.key) : event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  metaKey: event.metaKey,
  isAltGraph: event.getModifierState('AltGraph'),
  repeat: event.repeat,
});
