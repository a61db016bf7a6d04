/** The part of a `KeyboardEvent` that says which key it was. */
export type KeyPress = {
  readonly key: string;
  /** Empty from many on-screen keyboards and some bump bars. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  /** AltGr makes a character; on some systems it says Ctrl and Alt, too. */
  readonly isAltGraph: boolean;
};

/**
 * The name of a key as it is kept: `r`, `+`, `Digit4`, `Numpad4`, `Enter`, `Shift+r`, `Ctrl+z`. By what is printed on
 * it, so that it holds on every keyboard layout; the number pad is told apart.
 */
export type Stroke = string;

/**
 * What a press may be called, the most exact first ([KEY3]); nothing for what is no key of its own. On a keyboard
 * without Latin letters the place of the key says which letter it would be.
 */
export function strokesOf(press: KeyPress): readonly Stroke[] {
  if (press.metaKey || neverOurs.has(press.key)) return [];
  const name = nameOf(press);
  const strokes = [withModifiers(name, press)];
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  if (letter !== undefined && !/^[a-z]$/.test(name) && /^\p{L}$/u.test(name)) {
    strokes.push(withModifiers(letter, press));
  }
  return strokes;
}

/** Control alone is a key of many bars; the others only change what the next key is. */
const neverOurs: ReadonlySet<string> = new Set([
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Unidentified',
  'Tab',
]);

export const isControl = ({ key }: Pick<KeyPress, 'key'>): boolean => key === 'Control';

function nameOf({ key, code, shiftKey }: KeyPress): string {
  if (code.startsWith('Numpad')) return code;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  // A French keyboard writes its digits with Shift; the bare key is meant all the same.
  if (/^Digit[0-9]$/.test(code) && !shiftKey) return code;
  if (key === ' ') return 'Space';
  if (key === 'Control') return code || 'ControlLeft';
  return isCharacter(key) ? key.toLowerCase() : key;
}

const isCharacter = (key: string) => [...key].length === 1;
const isLetter = (name: string) => /^\p{L}$/u.test(name);

/** Shift is part of a sign: `+` is `+`, wherever the layout has it. */
function withModifiers(name: string, { key, ctrlKey, altKey, shiftKey, isAltGraph }: KeyPress): Stroke {
  if (isControl({ key })) return name;
  const ctrl = ctrlKey && !isAltGraph ? 'Ctrl+' : '';
  const alt = altKey && !isAltGraph ? 'Alt+' : '';
  const isSign = isCharacter(name) && !isLetter(name);
  const shift = shiftKey && !isSign && !/^(Digit|Numpad)/.test(name) ? 'Shift+' : '';
  return `${ctrl}${alt}${shift}${name}`;
}
