import { transform } from 'receiptline';
import { encodingOf } from './letters.ts';
import { columnsOf, markupOf, type Setting } from './markup.ts';
import type { Slip } from './slip.ts';

/** The bytes for the printer: ESC/POS, with a cut and a question after it whether all of it is done. */
export function toBytes(slip: Slip, setting: Setting): Buffer {
  return Buffer.from(transform(markupOf(slip, setting), configOf(setting, 'escpos')), 'binary');
}

/** A picture of it, for a page. It fetches nothing: the font that receiptline would ask the internet for is left out. */
export function toPicture(slip: Slip, setting: Setting): string {
  const svg = transform(markupOf(slip, setting), configOf(setting, 'svg'));
  return svg.replace(/<style[^>]*>.*?<\/style>/gs, '');
}

const configOf = ({ paper, letters }: Setting, command: 'escpos' | 'svg') => ({
  cpl: columnsOf[paper],
  encoding: encodingOf[letters],
  command,
  spacing: true,
  cutting: true,
});
