import type { FileOrder } from './file-order.ts';

/** A menu item that the orders of a file imply. */
export type PlannedItem = {
  readonly name: string;
  readonly sku: string;
  readonly cents: number;
  readonly category: string;
};

/** One item for each name, in order of appearance, at the price it was sold for most often (the first such). */
export function planMenu(orders: readonly FileOrder[]): PlannedItem[] {
  const sold = new Map<string, Map<number, number>>();
  for (const { name, unitCents } of orders.flatMap((order) => order.lines)) {
    const counts = sold.get(name) ?? new Map<number, number>();
    counts.set(unitCents, (counts.get(unitCents) ?? 0) + 1);
    sold.set(name, counts);
  }
  const taken = new Set<string>();
  return [...sold].map(([name, counts]) => {
    const sku = freeSku(name, taken);
    taken.add(sku);
    return { name, sku, cents: mostFrequent(counts), category: categoryOf(name) };
  });
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  const [best = [0, 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return best[0];
}

/** `Chips and Guacamole` → `chips-and-guacamole`; names that differ in punctuation alone get `-2`, `-3`… */
export function freeSku(name: string, taken: ReadonlySet<string>): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['item'];
  const plain = words.join('-').slice(0, 70);
  for (let count = 1; ; count += 1) {
    const sku = count === 1 ? plain : `${plain}-${count}`;
    if (!taken.has(sku)) return sku;
  }
}

/** A guess from the last telling word; good enough to sort a menu by. */
function categoryOf(name: string): string {
  const found = categories.find(([words]) => words.test(name));
  return found ? found[1] : 'Menu';
}

const categories: readonly (readonly [RegExp, string])[] = [
  [/\b(drink|water|soda|nectar|izze)\b/i, 'Drinks'],
  [/\b(chips|side)\b/i, 'Sides'],
  [/\bsalad\b/i, 'Salads'],
  [/\bburrito\b/i, 'Burritos'],
  [/\btacos?\b/i, 'Tacos'],
  [/\bbowl\b/i, 'Bowls'],
];
