import type { Product } from '#shared/domain/product.ts';
import { nameOrder } from '../../ui/name-order.ts';

/** The parts of the menu, in the order in which the office has written them. */
export function categoriesOf(products: Iterable<Product>): readonly string[] {
  const byAge = [...products].sort((a, b) => a.createdAtMs - b.createdAtMs);
  return [...new Set(byAge.map(({ category }) => category))];
}

/** Words in any order and without accents: `creme bru` finds `Crème brûlée`. A search is over the whole menu. */
export function dishesFor(products: Iterable<Product>, category: string | null, search: string): readonly Product[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const isWanted = (product: Product) => {
    if (words.length === 0) return category === null || product.category === category;
    const text = folded(`${product.name} ${product.sku} ${product.category}`);
    return words.every((word) => text.includes(word));
  };
  return [...products].filter(isWanted).sort((a, b) => nameOrder(a.name, b.name));
}

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
