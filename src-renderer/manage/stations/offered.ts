import { plain } from '#shared/domain/order-search.ts';
import type { Product } from '#shared/domain/product.ts';
import { nameOrder } from '../../ui/name-order.ts';

/** Something of the menu that a station can ask for: as it is written down, as it is shown, and by what it goes. */
export type Choosable = { readonly word: string; readonly title: string; readonly names: readonly string[] };

const known = (word: string) => word.trim().toLowerCase();

export const choosableCategories = (categories: readonly string[]): readonly Choosable[] =>
  categories.map((word) => ({ word, title: word, names: [known(word)] }));

/** By sku, which stays when a dish is called otherwise. */
export const choosableDishes = (products: Iterable<Product>): readonly Choosable[] =>
  [...products]
    .map(({ sku, name }) => ({ word: sku, title: name, names: [known(sku), known(name)] }))
    .sort((a, b) => nameOrder(a.title, b.title));

const mostOffered = 12;

/** What of it fits what is typed, and what is typed itself where nothing has that very name. */
export function offered(
  typed: string,
  options: readonly Choosable[],
  chosen: readonly string[],
  offersAll: boolean,
): { readonly known: readonly Choosable[]; readonly own: string | undefined } {
  const taken = new Set(chosen.map(known));
  const free = options.filter(({ names }) => !names.some((name) => taken.has(name)));
  const wanted = plain(typed).trim();
  const word = typed.trim();
  if (wanted === '') return { known: offersAll ? free : [], own: undefined };
  const found = free.filter(({ title, word: other }) => plain(`${title} ${other}`).includes(wanted));
  const isKnown = taken.has(known(word)) || options.some(({ names }) => names.includes(known(word)));
  return { known: found.slice(0, mostOffered), own: isKnown ? undefined : word };
}
