import anyAscii from 'any-ascii';
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
  /** Something is spelled in letters that the printer has: it stands between two asterisks. */
  readonly isSpelled: boolean;
};

const unprintable = '?';
const edge = '*';

/**
 * Nothing in it but letters that the printer has ([PRT3]): no control characters, of which an ESC would begin a command
 * of the printer, nor those that turn the direction of others. What is in another script is spelled, because a cook can
 * make something of `*GongBaoJiDing*`, and nothing of `????` ([PRT10]).
 */
export function legible(text: string, letters: PrinterLetters): Legible {
  const plain = text.normalize('NFC').replace(spaces, ' ').replace(unseen, '');
  const pieces = (plain.match(wordsAndSigns) ?? []).map((piece) => printed(piece, letters));
  const isSpelled = (at: number) => pieces[at]?.isSpelled ?? false;
  // Words of the other script belong together, so the space between two of them is inside.
  const isInside = (at: number) =>
    isSpelled(at) || (pieces[at]?.text === ' ' && isSpelled(at - 1) && isSpelled(at + 1));
  const made = pieces.map(({ text: piece }, at) => {
    if (!isInside(at)) return piece;
    return `${isInside(at - 1) ? '' : edge}${piece}${isInside(at + 1) ? '' : edge}`;
  });
  return {
    text: made.join(''),
    isLossy: pieces.some((piece) => piece.isLossy),
    isSpelled: pieces.some((piece) => piece.isSpelled),
  };
}

const wordsAndSigns = /[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu;
/** Line ends, tabs and the many widths of space. */
const spaces = /[\s\u0085\u00a0]+/gu;
/** Control, format and private characters, variation selectors, and halves of what is not whole. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\p{Variation_Selector}/gu;

type Piece = { readonly text: string; readonly isSpelled: boolean; readonly isLossy: boolean };

/** A word is spelled as a whole or not at all: half of one in another script nobody reads. */
function printed(word: string, letters: PrinterLetters): Piece {
  const found = [...word].map((letter) => look(letter, letters));
  const isSpelled = found.some(({ own, spelled }) => own === undefined && spelled);
  const made = found.map(({ own, spelled }) => (isSpelled ? spelled : (own ?? (spelled === '' ? '' : undefined))));
  return { text: made.map((one) => one ?? unprintable).join(''), isSpelled, isLossy: made.includes(undefined) };
}

/** How a letter is printed as itself, and how it is spelled; undefined where it cannot be. */
type Found = { readonly own: string | undefined; readonly spelled: string | undefined };

function look(letter: string, letters: PrinterLetters): Found {
  if (letter >= ' ' && letter <= '~') return { own: letter, spelled: letter };
  const known = tables[letters].get(letter) ?? find(letter, letters);
  if (tables[letters].size < mostKnown) tables[letters].set(letter, known);
  return known;
}

function find(letter: string, letters: PrinterLetters): Found {
  const spelled =
    letter === alef
      ? 'a'
      : anyAscii(letter)
          .replace(/[^ -~]/g, '')
          .trim();
  const own = has(letter, letters) ? letter : withoutMarks(letter, letters);
  if (spelled === '') return { own, spelled: silent.test(letter) ? '' : undefined };
  // `ss` for `ß` and `EUR` for `€` need no mark to be understood.
  return { own: own ?? (ofAnotherScript.test(letter) ? undefined : spelled), spelled };
}

/** A long vowel nearly everywhere; the table leaves it out. */
const alef = '\u0627';
/** Marks over and under letters, and what only makes a word longer. */
const silent = /[\p{M}\p{Lm}]/u;
const ofAnotherScript = /(?!\p{Script=Latin})[\p{L}\p{Extended_Pictographic}]/u;

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
const tables: Readonly<Record<PrinterLetters, Map<string, Found>>> = { latin: new Map(), chinese: new Map() };

/** In columns of the paper: a Chinese character is as wide as two others. */
export const widthOf = (text: string, letters: PrinterLetters): number =>
  commands.escpos.measureText(text, encodingOf[letters]);
