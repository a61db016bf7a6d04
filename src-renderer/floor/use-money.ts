import { useMemo } from 'react';
import { fromMinor, type Minor, minorDigits } from '#shared/domain/money.ts';
import { useLanguage } from '../messages/text-context.tsx';

/** Tells an amount as this screen's language writes it. An empty currency is that of nothing. */
export function useMoney(currency: string): (minor: Minor) => string {
  const language = useLanguage();
  const format = useMemo(() => formatOf(language, currency), [language, currency]);
  return (minor) => format.format(currency ? fromMinor(minor, currency) : 0);
}

function formatOf(language: string, currency: string): Intl.NumberFormat {
  // Western digits everywhere, as on the tickets.
  const locale = `${language}-u-nu-latn`;
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const digits = minorDigits(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { ...options, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}
