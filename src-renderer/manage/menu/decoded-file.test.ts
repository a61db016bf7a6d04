import { expect, test } from 'vitest';
import { decodedFile } from './decoded-file.ts';
import { formatOf, isTooLarge } from './menu-file-text.ts';

const text = 'sku;name\nbrulee;Crème brûlée';
const utf16 = (isLittle: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
  bytes.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at++) bytes.setUint16(2 + 2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(bytes.buffer);
};

test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16', utf16(true)],
  ['UTF-16, the other way round', utf16(false)],
  ['Windows-1252', Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
])('[MNE6] a file is read in %s', (_, bytes) => {
  expect(decodedFile(bytes)).toBe(text);
});

test('[MNE6] what a file is its text says, not its name', () => {
  expect(['[{}]', '\ufeff {"items": []}', text, ''].map(formatOf)).toEqual(['json', 'json', 'csv', 'csv']);
});

test('[MNE6] [BIG1] what the kitchen would not read is not sent', () => {
  const file = (length: number) => ({ format: 'csv', text: 'é'.repeat(length), remove_others: false }) as const;
  expect([isTooLarge(file(130_000)), isTooLarge(file(132_000))]).toEqual([false, true]);
});
