import type { PrinterLetters, PrinterPaper } from '#shared/protocol/printer-words.ts';
import { legible, widthOf } from './letters.ts';
import type { Slip, SlipLine, SlipText } from './slip.ts';
import { slipWords, type WordsLanguage } from './slip-words.ts';
import { wrapped } from './wrap.ts';

/** How a slip is set. */
export type Setting = {
  readonly paper: PrinterPaper;
  readonly letters: PrinterLetters;
  readonly language: WordsLanguage;
};

/** Characters of the ordinary font in a line, as printers of that width have them. */
export const columnsOf = { 58: 32, 80: 48 } as const satisfies Record<PrinterPaper, number>;

/**
 * A slip in receiptline's markup. All that people wrote goes through `escaped`, so that no name and no note is anything
 * but text: neither markup nor a command of the printer ([PRT3]).
 */
export function markupOf({ lines }: Slip, setting: Setting): string {
  const set = createSetter(setting);
  const made = lines.flatMap(set.line);
  const { lossy, spelled } = slipWords[setting.language];
  const warnings = [...(set.isSpelled() ? [spelled] : []), ...(set.isLossy() ? [lossy] : [])];
  return [...made, ...warnings.flatMap((text) => set.line({ text, isStrong: true }))].join('\n');
}

function createSetter({ paper, letters }: Setting) {
  const columns = columnsOf[paper];
  let hasLost = false;
  let hasSpelled = false;

  function plain(text: string): string {
    const { text: made, isLossy, isSpelled } = legible(text, letters);
    hasLost ||= isLossy;
    hasSpelled ||= isSpelled;
    return made;
  }

  const width = (text: string) => widthOf(text, letters);

  function text({ text: written, size, isStrong, isInverse, isCentred, indent = 0 }: SlipText): readonly string[] {
    const edge = isInverse ? '~' : '';
    const room = Math.floor((columns - indent) / (size === 'big' ? 2 : 1)) - 2 * edge.length;
    return wrapped(plain(written), room, width).map((line) => {
      const [open, close] = marksOf({ size, isStrong, isInverse });
      const dressed = `${'~'.repeat(indent)}${open}${edge}${escaped(line)}${edge}${close}`;
      return isCentred ? dressed : `|${dressed}`;
    });
  }

  /** The amount stands beside the last line of what it is for. */
  function pair(left: string, right: string, isStrong: boolean): readonly string[] {
    const amount = plain(right);
    const lines = wrapped(plain(left), columns - width(amount) - 1, width);
    return (lines.length > 0 ? lines : ['']).map((line, index, all) => {
      const end = index === all.length - 1 ? amount : '';
      const gap = Math.max(1, columns - width(line) - width(end));
      const [open, close] = marksOf({ isStrong });
      return `|${open}${escaped(line)}${end === '' ? '' : '~'.repeat(gap) + escaped(end)}${close}`;
    });
  }

  return {
    line: (line: SlipLine): readonly string[] => {
      // A line of `=` alone would be a cut.
      if ('rule' in line) return [line.rule === 'thin' ? '-' : `|${escaped('='.repeat(columns))}`];
      if ('left' in line) return pair(line.left, line.right, line.isStrong ?? false);
      return text(line);
    },
    isLossy: () => hasLost,
    isSpelled: () => hasSpelled,
  };
}

type Dress = { [Field in 'size' | 'isStrong' | 'isInverse']?: SlipText[Field] | undefined };

function marksOf({ size, isStrong, isInverse }: Dress) {
  const marks = [size === 'big' ? '^^^' : size === 'tall' ? '^^' : '', isStrong ? '"' : '', isInverse ? '`' : ''];
  return [marks.join(''), marks.toReversed().join('')] as const;
}

/** Each character that the markup has a meaning for, by its number; a space at an edge would move the line. */
const escaped = (text: string): string =>
  text.replace(/[\\|{}~_"`^\-=;:]/g, (mark) => `\\x${mark.charCodeAt(0).toString(16)}`).replaceAll(' ', '~');
