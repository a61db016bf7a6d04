import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMinor, largestPrice, minorDigits, toMinor } from './money.ts';

const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');

test('[MON1] what the wire shows is read back to the same coins', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), currencies, (minor, currency) => {
      expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor);
      expect(toMinor(JSON.parse(JSON.stringify(fromMinor(minor, currency))), currency)).toBe(minor);
    }),
  );
});

test('[MON1] the digits are the currency’s, and more of them are refused', () => {
  expect(['USD', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3]);
  expect(toMinor(0.1 + 0.2, 'EUR')).toBe(30);
  expect(toMinor(1.005, 'EUR')).toBeUndefined();
  expect(toMinor(1.000000001, 'EUR')).toBeUndefined();
  expect(toMinor(0.5, 'JPY')).toBeUndefined();
  expect(toMinor(1.005, 'KWD')).toBe(1005);
  expect(toMinor(largestPrice, 'USD')).toBe(100_000_000);
});
