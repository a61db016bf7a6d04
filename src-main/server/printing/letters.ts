import { commands } from 'receiptline';
import type { PrinterLetters } from '#shared/protocol/printer-words.ts';

/** What receiptline calls the letters of a printer. */
export const encodingOf = { latin: 'multilingual', chinese: 'gb18030' } as const satisfies Record<
  PrinterLetters,
  string
>;

/** A text as a printer can print it. */
export type Legible = {
  readonly text: string;
  /** Something had to be left out: there stands a question mark in its place. */
  readonly isLossy: boolean;
};

const unprintable = '?';

/**
 * Nothing in it but letters that the printer has ([PRT3]): no control characters, of which an ESC would begin a command
 * of the printer, nor those that turn the direction of others.
 */
export function legible(text: string, letters: PrinterLetters): Legible {
  let isLossy = false;
  const made = [...text.normalize('NFC').replace(spaces, ' ').replace(unseen, '')].map((letter) => {
    const found = printed(letter, letters);
    isLossy ||= found === undefined;
    return found ?? unprintable;
  });
  return { text: made.join(''), isLossy };
}

/** Line ends, tabs and the many widths of space. */
const spaces = /[\s\u0085\u00a0]+/gu;
/** Control, format and private characters, variation selectors, and halves of what is not whole. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\p{Variation_Selector}/gu;

function printed(letter: string, letters: PrinterLetters): string | undefined {
  if (letter >= ' ' && letter <= '~') return letter;
  const known = tables[letters].get(letter);
  if (known !== undefined) return known === '' ? undefined : known;
  const found = has(letter, letters) ? letter : withoutMarks(letter, letters);
  if (tables[letters].size < mostKnown) tables[letters].set(letter, found ?? '');
  return found;
}

/** `ǹ` as `n` can still be read. */
function withoutMarks(letter: string, letters: PrinterLetters): string | undefined {
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  const isBetter = bare !== '' && bare !== letter;
  return isBetter && [...bare].every((one) => (one >= ' ' && one <= '~') || has(one, letters)) ? bare : undefined;
}

/** By the bytes that would go out: one of a code page, or two of Chinese; four are in no printer's font. */
function has(letter: string, letters: PrinterLetters): boolean {
  const bytes = commands.escpos.text(letter, encodingOf[letters]);
  if (letters === 'latin') return !bytes.includes(unprintable) && letter !== '\ufffd';
  const own = bytes.slice(commands.escpos.text('', encodingOf.chinese).length);
  return own.length <= 2 && own !== unprintable;
}

const mostKnown = 5000;
const tables: Readonly<Record<PrinterLetters, Map<string, string>>> = { latin: new Map(), chinese: new Map() };

/** In columns of the paper: a Chinese character is as wide as two others. */
export const widthOf = (text: string, letters: PrinterLetters): number =>
  commands.escpos.measureText(text, encodingOf[letters]);
