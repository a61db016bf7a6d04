import { fromMinor, type Minor } from '#shared/domain/money.ts';
import { useLanguage } from '../messages/text-context.tsx';
import { type MoneyFormat, moneyFormat } from './money-format.ts';

/** Tells an amount as this screen's language writes it. An empty currency is that of nothing. */
export function useMoney(currency: string): (minor: Minor) => string {
  const language = useLanguage();
  const format = formatFor(language, currency);
  return (minor) => format(currency ? fromMinor(minor, currency) : 0);
}

/** One costs a browser a tenth of a millisecond, and a menu has a thousand prices. */
const formats = new Map<string, MoneyFormat>();

function formatFor(language: string, currency: string): MoneyFormat {
  const key = `${language} ${currency}`;
  const known = formats.get(key) ?? moneyFormat(language, currency);
  formats.set(key, known);
  return known;
}
