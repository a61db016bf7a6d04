import { minorDigits } from '#shared/domain/money.ts';

/** An amount in words for one language. */
export type MoneyFormat = (amount: number) => string;

/** As this language writes a currency; one that is empty is that of nothing. */
export function moneyFormat(language: string, currency: string): MoneyFormat {
  // Western digits everywhere, as on the tickets.
  const locale = `${language}-u-nu-latn`;
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format;
  const digits = minorDigits(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(locale, {
    ...options,
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return language === 'ar' ? (amount) => isolated(format.formatToParts(amount)) : format.format;
}

/** `US$` among right-to-left words would be read `$US`: it keeps its own direction. */
const isolated = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.map(({ type, value }) => (type === 'currency' ? `\u2066${value}\u2069` : value)).join('');
