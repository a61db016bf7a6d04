import { zoneName } from '#shared/domain/business-day.ts';
import type { LineContent } from '#shared/domain/line.ts';
import { type Minor, minorDigits } from '#shared/domain/money.ts';
import type { Order } from '#shared/domain/order.ts';
import type { SlipLine } from './slip.ts';
import { slipWords, type WordsLanguage } from './slip-words.ts';

/** What every slip needs to know of where it is printed. */
export type SlipPlace = { readonly language: WordsLanguage; readonly timeZone: string };

/** `18:05`, on the restaurant's wall. */
export const clockTime = (atMs: number, { timeZone }: SlipPlace): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zoneName(timeZone), hour: '2-digit', minute: '2-digit' }).format(atMs);

export const dateAndTime = (atMs: number, place: SlipPlace): string =>
  `${new Intl.DateTimeFormat(place.language, { timeZone: zoneName(place.timeZone), dateStyle: 'short' }).format(atMs)} ${clockTime(atMs, place)}`;

/** `12,50`; the currency stands beside the total alone. */
export function amount(minor: Minor, currency: string, { language }: SlipPlace): string {
  const digits = minorDigits(currency);
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, shown).format(minor / 10 ** digits);
}

/** The table, or what else it is called by; the number that is called out beside it. */
export function heading({ tableNumber, number, type }: Order, { language }: SlipPlace): readonly SlipLine[] {
  const words = slipWords[language];
  const first = tableNumber === null ? words.type[type] : `${words.table} ${tableNumber}`;
  return [
    { text: first, size: 'big', isStrong: true },
    { text: `${words.order} ${number}`, size: 'tall', isStrong: true },
  ];
}

/** When, for whom, and who took it. */
export function particulars(order: Order, place: SlipPlace): readonly SlipLine[] {
  const words = slipWords[place.language];
  const { tableNumber, type, createdAtMs, serverName, covers, customerName, promisedAtMs } = order;
  const parts = [
    clockTime(createdAtMs, place),
    tableNumber === null ? null : words.type[type],
    serverName && `${words.server} ${serverName}`,
    covers && `${words.covers} ${covers}`,
    customerName,
  ].filter((part) => part);
  const promise: readonly SlipLine[] =
    promisedAtMs === null
      ? []
      : [{ text: `${words.promised} ${clockTime(promisedAtMs, place)}`, size: 'tall', isStrong: true }];
  return [{ text: parts.join(', ') }, ...promise];
}

/** A dish as the cook needs it: how many, how, for whom, and what the guest must not get. */
export function dish(
  name: string,
  { quantity, modifiers, notes, seat, course, allergens }: LineContent,
  { language }: SlipPlace,
): readonly SlipLine[] {
  const words = slipWords[language];
  const places = [seat && `${words.seat} ${seat}`, course && `${words.course} ${course}`].filter((part) => part);
  return [
    { text: `${quantity} x ${name}`, size: 'tall', isStrong: true },
    ...modifiers.map((modifier) => ({ text: `+ ${modifier.name}`, indent: 3 })),
    ...(notes ? [{ text: `${words.note}: ${notes}`, indent: 3, isStrong: true }] : []),
    ...(allergens.length > 0
      ? [{ text: `${words.allergens}: ${allergens.join(', ')}`, indent: 3, isInverse: true, isStrong: true }]
      : []),
    ...(places.length > 0 ? [{ text: places.join(', '), indent: 3 }] : []),
  ];
}
