import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import type { Stroke } from './stroke.ts';

/** A key as it looks on a keyboard. */
export function KeyCap({ stroke }: { readonly stroke: Stroke }) {
  const t = useText();
  return (
    <kbd
      dir="ltr"
      className="tabular inline-flex min-h-10 min-w-10 items-center justify-center rounded-md border-2 border-b-4 border-current px-2 font-sans text-[1.25rem] leading-none font-bold whitespace-nowrap"
    >
      {capOf(stroke, t)}
    </kbd>
  );
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
