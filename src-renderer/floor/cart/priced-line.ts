import type { Kitchen } from '#shared/domain/apply.ts';
import type { Line } from '#shared/domain/line.ts';
import { choose } from '#shared/domain/modifier-group.ts';
import type { Minor } from '#shared/domain/money.ts';
import type { Product } from '#shared/domain/product.ts';
import type { Cart, CartLine } from './cart.ts';

/** What is in the way of sending a line as it stands. */
export type Hindrance = 'gone' | 'out' | 'too-many' | 'choice';

/** A line as the menu has it now. */
export type PricedLine = {
  readonly line: CartLine;
  /** Undefined where the menu has it no more. */
  readonly product: Product | undefined;
  readonly total: Minor;
  readonly hindrance: Hindrance | null;
};

/** What it costs and whether it can be had, by the menu of this moment ([MEN4], [STK1]). */
export function pricedLines(
  { lines }: Pick<Cart, 'lines'>,
  { products }: Pick<Kitchen, 'products'>,
): readonly PricedLine[] {
  return lines.map((line) => {
    const product = products.get(line.productId);
    if (!product) return { line, product, total: 0, hindrance: 'gone' };
    const choice = choose(product.modifierGroups, line.modifiers);
    const modifiers: Line['modifiers'] = 'modifiers' in choice ? choice.modifiers : [];
    const each = modifiers.reduce((sum, { price }) => sum + price, product.price);
    return { line, product, total: each * line.quantity, hindrance: hindranceOf(line, lines, product, choice) };
  });
}

function hindranceOf(
  line: CartLine,
  all: readonly CartLine[],
  { id, available, stock }: Product,
  choice: ReturnType<typeof choose>,
): Hindrance | null {
  if (!available) return 'out';
  if (!('modifiers' in choice)) return 'choice';
  const wanted = all.reduce((sum, one) => (one.productId === id ? sum + one.quantity : sum), 0);
  return stock !== null && wanted > leftOf(stock) && line.productId === id ? 'too-many' : null;
}

export const leftOf = ({ counted, sold }: NonNullable<Product['stock']>): number => Math.max(0, counted - sold);

export const totalOf = (lines: readonly PricedLine[]): Minor => lines.reduce((sum, { total }) => sum + total, 0);
