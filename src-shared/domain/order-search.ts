import type { Order } from './order.ts';

/** Of what somebody types, as many words as anybody does. */
const mostWords = 6;

/**
 * [RCL5] Whether every word is somewhere in the ticket: a number is its table or its own number as a whole, anything
 * else a part of the table's name, the guest's or a dish's. Case and accents do not count.
 */
export function isFoundBy(order: Order, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return true;
  const texts = [order.tableNumber, order.customerName, ...order.lines.map(({ name }) => name)].map(plain);
  const names = [plain(order.number), `t${plain(order.tableNumber)}`];
  return words.every((word) => names.includes(word) || (isNumber(word) ? hasNumber : hasText)(word, order, texts));
}

const isNumber = (word: string) => /^\d+$/.test(word);

const hasText = (word: string, _order: Order, texts: readonly string[]) => texts.some((text) => text.includes(word));

/** A table 5 is not table 15, and not ticket A51. */
const hasNumber = (word: string, { number }: Order, texts: readonly string[]) =>
  number.replace(/^\D+/, '') === word || texts.some((text) => text.split(/[^\p{L}\p{N}]+/u).includes(word));

/** Without case and accents, as it is typed in a hurry. */
export const plain = (text: string | null) => (text ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
