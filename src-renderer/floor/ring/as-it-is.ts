import type { Kitchen } from '#shared/domain/apply.ts';
import type { Product } from '#shared/domain/product.ts';

/** A dish that went off the menu while it is looked at stays, as what it was, and cannot be added ([RNG6]). */
export const asItIs = ({ products }: Pick<Kitchen, 'products'>, opened: Product): Product =>
  products.get(opened.id) ?? { ...opened, removedAtMs: opened.removedAtMs ?? opened.updatedAtMs };
