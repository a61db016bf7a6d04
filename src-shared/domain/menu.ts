import type { CreateProduct, SetAvailability } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';

export function createProduct(view: KitchenView, { draft }: CreateProduct): Decision {
  if (view.product(draft.id)) return refuse('sku_taken', 'This menu item was created before.');
  if (view.productBySku(draft.sku))
    return refuse('sku_taken', `The menu already has an item with the sku ${draft.sku}.`);
  const data = { product_id: draft.id, sku: draft.sku };
  return accept({ type: 'product_created', product: draft, data, atMs: draft.createdAtMs });
}

/** [MEN4] 86: every tablet knows at once. */
export function setAvailability(view: KitchenView, command: SetAvailability, nowMs: number): Decision {
  const product = view.product(command.productId);
  if (!product) return refuse('product_not_found', 'There is no such item on the menu.');
  const { available } = command;
  if (product.available === available) return accept();
  const next = { ...product, available, version: product.version + 1, updatedAtMs: nowMs };
  const data = { product_id: product.id, sku: product.sku, available };
  return accept({ type: 'product_status_changed', product: next, data, atMs: nowMs });
}
