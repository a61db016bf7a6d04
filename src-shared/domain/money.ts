/**
 * Money is whole minor units (cents) inside and a decimal number on the wire ([MON1]), so that sums are exact.
 */

/** A price or a sum in the smallest coin of its currency; an integer within ±2^53. */
export type Minor = number;

/** Nothing sold in a restaurant costs more; keeps every sum of an order far below 2^53. */
export const largestPrice = 1_000_000;

/**
 * Decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. Asked of ISO 4217 as Intl knows it; an unknown code has 2.
 */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const digits = digitsFromIntl(currency);
  digitsByCurrency.set(currency, digits);
  return digits;
}

const digitsByCurrency = new Map<string, number>();

function digitsFromIntl(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Far above the error of a few sums of doubles, far below any coin. */
const noise = 1e-13;

/**
 * `25.5` → `2550`. `undefined` when the amount has more decimals than the currency: rounding a price in silence
 * would make the bill differ from what the sender believes. What binary fractions add (0.1 + 0.2) is no decimal.
 */
export function toMinor(amount: number, currency: string): Minor | undefined {
  const scaled = amount * 10 ** minorDigits(currency);
  const rounded = Math.round(scaled);
  return Math.abs(scaled - rounded) <= Math.max(1, rounded) * noise ? rounded : undefined;
}

/** `2550` → `25.5`, the number that JSON shows. */
export function fromMinor(minor: Minor, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}
