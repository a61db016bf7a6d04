import { languages } from '../../messages/language.ts';
import type { Text } from '../../messages/text.ts';
import { useLanguage, useText } from '../../messages/text-context.tsx';
import type { Stroke } from './stroke.ts';

/** A key as it looks on a keyboard. */
export function KeyCap({ stroke }: { readonly stroke: Stroke }) {
  const t = useText();
  return (
    <kbd
      dir="auto"
      className="tabular inline-flex min-h-10 min-w-10 items-center justify-center rounded-md border-2 border-b-4 border-current px-2 font-sans text-[1.25rem] leading-none font-bold whitespace-nowrap"
    >
      {capOf(inDirection(stroke, languages[useLanguage()].direction), t)}
    </kbd>
  );
}

/** Of the arrows the one that means this where one reads in that direction. */
function inDirection(stroke: Stroke, direction: 'ltr' | 'rtl'): Stroke {
  if (direction === 'ltr') return stroke;
  return stroke.replace(/Arrow(Left|Right)/, (_, side) => (side === 'Left' ? 'ArrowRight' : 'ArrowLeft'));
}

const signs: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  NumpadAdd: '+',
  NumpadSubtract: '−',
  NumpadMultiply: '×',
  NumpadDivide: '÷',
  NumpadDecimal: '.',
};

const named = {
  Space: 'space',
  Enter: 'enter',
  NumpadEnter: 'enter',
  Backspace: 'backspace',
  Delete: 'delete',
  Insert: 'insert',
  Escape: 'escape',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
  ControlLeft: 'controlLeft',
  ControlRight: 'controlRight',
} as const;

const isNamed = (name: string): name is keyof typeof named => Object.hasOwn(named, name);

/** `Ctrl+Z`, `→`, `Num 4`; names of keys in the screen's language. */
export function capOf(stroke: Stroke, t: Text): string {
  const [, modifiers = '', name = stroke] = /^((?:Ctrl\+|Alt\+|Shift\+)*)(.+)$/.exec(stroke) ?? [];
  const cap = isNamed(name) ? t(`keys.cap.${named[name]}`) : (signs[name] ?? name.replace(/^(?:Digit|Numpad)/, ''));
  const whole = [...cap].length === 1 ? cap.toUpperCase() : cap;
  return `${modifiers}${name.startsWith('Numpad') ? t('keys.cap.numpad', { key: whole }) : whole}`;
}
