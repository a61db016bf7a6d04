import { fromMinor, type Minor, minorDigits } from '#shared/domain/money.ts';
import { useLanguage } from '../messages/text-context.tsx';

/** Tells an amount as this screen's language writes it. An empty currency is that of nothing. */
export function useMoney(currency: string): (minor: Minor) => string {
  const language = useLanguage();
  const format = formatFor(language, currency);
  return (minor) => format.format(currency ? fromMinor(minor, currency) : 0);
}

/** One costs a browser a tenth of a millisecond, and a menu has a thousand prices. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(language: string, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const known = formats.get(key) ?? formatOf(language, currency);
  formats.set(key, known);
  return known;
}

function formatOf(language: string, currency: string): Intl.NumberFormat {
  // Western digits everywhere, as on the tickets.
  const locale = `${language}-u-nu-latn`;
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const digits = minorDigits(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { ...options, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}
