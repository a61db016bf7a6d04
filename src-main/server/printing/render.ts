import { transform } from 'receiptline';
import { encodingOf } from './letters.ts';
import { columnsOf, markupOf, type Setting } from './markup.ts';
import type { Slip } from './slip.ts';

/** The bytes for the printer: ESC/POS, with a cut and a question after it whether all of it is done. */
export function toBytes(slip: Slip, setting: Setting): Buffer {
  return Buffer.from(transform(markupOf(slip, setting), configOf(setting, 'escpos')), 'binary');
}

/**
 * A picture of it, for a page: paper is white on every screen, and has an edge. It fetches nothing: the font that
 * receiptline would ask the internet for is left out.
 */
export function toPicture(slip: Slip, setting: Setting): string {
  const svg = transform(markupOf(slip, setting), configOf(setting, 'svg'));
  const [head = '', width = 0, height = 0] = /^<svg width="(\d+)px" height="(\d+)px"[^>]*>/.exec(svg) ?? [];
  const [wide, high] = [Number(width) + 2 * edge, Number(height) + 2 * edge];
  const box = `x="-${edge}" y="-${edge}" width="${wide}" height="${high}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="-${edge} -${edge} ${wide} ${high}">`,
    `<rect ${box} fill="#fff"/>`,
    svg.slice(head.length).replace(/<style[^>]*>.*?<\/style>/gs, ''),
  ].join('');
}

const edge = 20;

const configOf = ({ paper, letters }: Setting, command: 'escpos' | 'svg') => ({
  cpl: columnsOf[paper],
  encoding: encodingOf[letters],
  command,
  spacing: true,
  cutting: true,
});
