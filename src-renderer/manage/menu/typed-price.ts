import { largestPrice, type Minor, minorDigits } from '#shared/domain/money.ts';
import { westernFigures } from '#shared/domain/western-figures.ts';

/** Why what stands in a box is no price. */
export type PriceTrouble = 'price' | 'decimals' | 'expensive';

/**
 * What somebody has typed as a price: a comma or a point before the cents, spaces and signs of thousands, Arabic figures
 * ([MNE3]). Reckoned in whole coins; a guess is never made: `1.250` of a currency with cents is refused.
 */
export function readPrice(typed: string, currency: string): Minor | PriceTrouble {
  const text = plain(typed);
  if (!/^\d[\d.,]*$/.test(text)) return 'price';
  const at = decimalAt(text);
  const [whole, cents] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  if (!isGrouped(whole) || !/^\d*$/.test(cents)) return 'price';
  const digits = minorDigits(currency || 'USD');
  const coins = cents.replace(/0+$/, '');
  if (coins.length > digits || (at !== -1 && cents.length > Math.max(digits, 2))) return 'decimals';
  const amount = Number(whole.replaceAll(/[.,]/g, '')) * 10 ** digits + Number(coins.padEnd(digits, '0') || 0);
  return amount > largestPrice * 10 ** digits ? 'expensive' : amount;
}

/** The last sign parts the cents, unless it stands there more than once. */
function decimalAt(text: string): number {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  return at !== -1 && text.indexOf(text[at] ?? '') < at ? -1 : at;
}

const isGrouped = (whole: string): boolean => /^(?:\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*)$/.test(whole);

const plain = (typed: string) =>
  westernFigures(typed)
    .replaceAll('٫', '.')
    .replaceAll(/[\s٬'’]/g, '');

/** As it stands in a box: without signs of thousands, with the comma or point of the screen's language. */
export function priceText(price: Minor, currency: string, language: string): string {
  const digits = minorDigits(currency || 'USD');
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
  return format.format(price / 10 ** digits);
}
