import { expect, test } from 'vitest';
import { moneyFormat } from './money-format.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('an amount is written as the language writes it, in Western figures', () => {
  expect(moneyFormat('en', 'USD')(1234.5)).toBe('$1,234.50');
  expect(plain(moneyFormat('de', 'EUR')(1234.5))).toBe('1.234,50 €');
  expect(moneyFormat('en', 'JPY')(1200)).toBe('¥1,200');
  expect(moneyFormat('en', '')(0)).toBe('0.00');
});

test('among right-to-left words the letters and the sign of a currency stay in their order', () => {
  expect(plain(moneyFormat('ar', 'USD')(12.5))).toMatch(/12\.50 \u2066US\$\u2069$/);
});
