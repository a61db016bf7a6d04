import fc from 'fast-check';
import { commands } from 'receiptline';
import { expect, test } from 'vitest';
import { decodeSlips } from '../../../test/harness/escpos-text.ts';
import { legible, widthOf } from './letters.ts';
import { columnsOf, markupOf, type Setting } from './markup.ts';
import { toBytes, toPicture } from './render.ts';
import type { SlipLine } from './slip.ts';
import { slipWords } from './slip-words.ts';
import { wrapped } from './wrap.ts';

const setting: Setting = { paper: 58, letters: 'latin', language: 'en' };
const printed = (lines: readonly SlipLine[], how: Setting = setting) => decodeSlips(toBytes({ lines }, how));

/** What people write, and what receiptline and printers have a meaning for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...'\\|{}~_"`^-=;:,x41 c\n\r\t\u001b\u001d\u0010ß鱼س'), { maxLength: 60 })
    .map((all) => all.join('')),
  fc.constantFrom('{command:\\x1b@}', '{i:iVBOR}', '{code:1;o:qrcode}', '---', '===', '\\x1b', '^^^', '|', '', ' '),
);
const letters = fc.constantFrom('latin', 'chinese');

test('[PRT3] whatever is written, a slip is as many slips as it should be, and each text is what it was', () => {
  fc.assert(
    fc.property(anyText, letters, fc.constantFrom(58, 80), (text, font, paper) => {
      const slips = printed([{ text: `<${text}>` }, { text, size: 'big', isInverse: true }], {
        ...setting,
        letters: font,
        paper,
      });
      expect(slips).toHaveLength(1);
      const shown = legible(`<${text}>`, font).text.split(' ').join('');
      expect(slips[0]?.replace(/\s/g, '')).toContain(shown);
    }),
    { numRuns: 500 },
  );
});

test('[PRT3] no line is wider than the paper, and nothing but spaces is left out', () => {
  const width = (text: string) => widthOf(text, 'chinese');
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 48 }), (text, columns) => {
      const plain = legible(text, 'chinese').text;
      const lines = wrapped(plain, columns, width);
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(plain.replaceAll(' ', ''));
    }),
  );
});

test('[PRT3] an amount stands at the edge of the paper, beside the last line of what it is for', () => {
  const [slip = ''] = printed([{ left: 'Half a roast chicken with potatoes and salad', right: '18.50' }]);
  const lines = slip.split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toHaveLength(columnsOf[58]);
  expect(lines[1]).toMatch(/^potatoes and salad +18\.50$/);
});

test.each([
  ['Größe Żurek Борщ 5 €', 'Größe Żurek Борщ 5 €', false, false],
  ['ǹ ﬁn', 'n fin', false, false],
  ['شاورما لحم', '*shawrma lhm*', false, true],
  ['Menu 2: 宫保鸡丁, بدون ثوم', 'Menu 2: *GongBaoJiDing*, *bdwn thwm*', false, true],
  ['قهوة ٣', '*qhwh* 3', false, true],
  ['Σαλάτα χωριάτικη', '*Salata choriatiki*', false, true],
  ['سَـلْام', '*salam*', false, true],
  ['a\u202eb\u200bc\u0000d', 'abcd', false, false],
  ['💥', '*:boom:*', false, true],
  ['\u0378', '?', true, false],
])('[PRT3] [PRT10] %j is printed as %j on a printer with Latin letters', (text, shown, isLossy, isSpelled) => {
  expect(legible(text, 'latin')).toEqual({ text: shown, isLossy, isSpelled });
});

test('[PRT10] a printer with Chinese letters spells what is neither Chinese nor Latin', () => {
  expect(legible('宫保鸡丁 شاورما', 'chinese').text).toBe('宫保鸡丁 *shawrma*');
  expect(legible('Soße', 'chinese')).toEqual({ text: 'Sosse', isLossy: false, isSpelled: false });
});

test('[PRT3] a slip with letters that its printer does not have says so', () => {
  expect(markupOf({ lines: [{ text: 'Soup' }] }, setting)).not.toContain('letter');
  expect(printed([{ text: '\u0378' }])[0]?.replace(/\s+/g, ' ')).toContain(slipWords.en.lossy);
  expect(printed([{ text: 'حساء' }])[0]?.replace(/\s+/g, ' ')).toBe(`*hsa'* ${slipWords.en.spelled}`);
  expect(printed([{ text: '宫保鸡丁' }], { ...setting, letters: 'chinese' })).toEqual(['宫保鸡丁']);
});

test('[PRT3] every word of every language is in the fonts of its printers', () => {
  const wordsIn = (tree: object): string[] =>
    Object.values(tree).flatMap((one) => (typeof one === 'string' ? [one] : wordsIn(one)));
  for (const [language, words] of Object.entries(slipWords))
    for (const word of wordsIn(words))
      expect(legible(word, language === 'zh' ? 'chinese' : 'latin')).toEqual({
        text: word,
        isLossy: false,
        isSpelled: false,
      });
});

test('[PRT1] a picture shows the text as text, and asks nobody for a font', () => {
  const svg = toPicture({ lines: [{ text: '<script>alert(1)</script>&"' }] }, setting);
  expect(svg).not.toMatch(/<script|@import|<style/);
  expect(Object.keys(commands)).toContain('svg');
});
