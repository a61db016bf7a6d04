import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageCodes } from '../../messages/language.ts';
import { priceText, readPrice } from './typed-price.ts';

test.each([
  ['12.50', 1250],
  ['12,5', 1250],
  ['12', 1200],
  [' 12,50 ', 1250],
  ['0', 0],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1 234,50', 123_450],
  ['1’234.50', 123_450],
  ['1.234.567', 'expensive'],
  ['١٢٫٥٠', 1250],
  ['12.500', 'decimals'],
  ['1.250', 'decimals'],
  ['12.505', 'decimals'],
  ['', 'price'],
  ['twelve', 'price'],
  ['-3', 'price'],
  ['1.2,3,4', 'price'],
  ['12,50 €', 'price'],
  ['.50', 'price'],
  ['1e3', 'price'],
])('[MNE3] %j as a price in euros', (typed, expected) => {
  expect(readPrice(typed, 'EUR')).toBe(expected);
});

test('[MNE3] a currency has the decimals that it has', () => {
  expect(readPrice('1200', 'JPY')).toBe(1200);
  expect(readPrice('1200,5', 'JPY')).toBe('decimals');
  expect(readPrice('1.250', 'KWD')).toBe(1250);
  // Nobody has told yet.
  expect(readPrice('9,50', '')).toBe(950);
});

test('[MNE3] what stands in the box in any language is read as the price that it is', () => {
  const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
  fc.assert(
    fc.property(fc.nat(1_000_000), currency, fc.constantFrom(...languageCodes), (price, of, language) => {
      expect(readPrice(priceText(price, of, language), of)).toBe(price);
    }),
  );
});
