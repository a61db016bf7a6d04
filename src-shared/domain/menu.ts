import equal from 'fast-deep-equal';
import type { ChangeProduct, CountStock, CreateProduct, RemoveProduct, SetAvailability } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { fromMinor } from './money.ts';
import type { Product, ProductContent } from './product.ts';
import { leftOf, settled } from './stock.ts';
import { inventoryEvent } from './stock-taking.ts';

export function createProduct(view: KitchenView, { draft }: CreateProduct): Decision {
  if (view.product(draft.id)) return refuse('sku_taken', 'This menu item was created before.');
  if (view.productBySku(draft.sku)) return skuTaken(draft.sku);
  const product = settled(draft);
  const data = { product_id: draft.id, sku: draft.sku };
  return accept({ type: 'product_created', product, data, atMs: draft.createdAtMs });
}

const skuTaken = (sku: string) => refuse('sku_taken', `The menu already has an item with the sku ${sku}.`);
const noSuchItem = refuse('product_not_found', 'There is no such item on the menu.');

type OnItem = Pick<ChangeProduct, 'productId' | 'ifVersion'>;

/** As it stands on the menu, where one that was removed is no more, at the version that the command is for ([CMD3]). */
function onItem(view: KitchenView, { productId, ifVersion }: OnItem, decide: (product: Product) => Decision): Decision {
  const product = view.product(productId);
  if (product?.removedAtMs !== null) return noSuchItem;
  return ifVersion === undefined || ifVersion === product.version ? decide(product) : otherVersion(product.version);
}

/** [MEN8] What was sold keeps its name and price. */
export function changeProduct(view: KitchenView, command: ChangeProduct, nowMs: number): Decision {
  return onItem(view, command, (product) => {
    const next = { ...product, ...command.change };
    if (equal(next, product)) return accept();
    if (next.sku !== product.sku && view.productBySku(next.sku)) return skuTaken(next.sku);
    return accept(changeEvent(product, { ...next, version: product.version + 1, updatedAtMs: nowMs }, nowMs));
  });
}

/** A new price has an event of its own, because tills follow it. */
export function changeEvent(before: Product, product: Product, atMs: number) {
  const data = { product_id: product.id, sku: product.sku };
  if (before.price === product.price) return { type: 'product_updated', product, data, atMs } as const;
  const wire = ({ price, currency }: Product) => fromMinor(price, currency);
  const prices = { old_price: wire(before), new_price: wire(product) };
  return { type: 'price_updated', product, data: { ...data, ...prices }, atMs } as const;
}

/** [MEN9] Off the menu for good. */
export function removeProduct(view: KitchenView, command: RemoveProduct, nowMs: number): Decision {
  // Once more is no mistake ([CMD2]).
  if (typeof view.product(command.productId)?.removedAtMs === 'number') return accept();
  return onItem(view, command, (product) => accept(removalOf(product, nowMs)));
}

export function removalOf(product: Product, nowMs: number) {
  const next = { ...product, removedAtMs: nowMs, version: product.version + 1, updatedAtMs: nowMs };
  const data = { product_id: product.id, sku: product.sku };
  return { type: 'product_deleted', product: next, data, atMs: nowMs } as const;
}

/**
 * [MEN4] 86: every tablet knows at once. Whoever puts back what the count says is gone knows better than the count,
 * which ends with that ([STK3]).
 */
export function setAvailability(view: KitchenView, command: SetAvailability, nowMs: number): Decision {
  const { available, until = 'changed' } = command;
  return onItem(view, command, (product) => {
    const out = available ? null : { until, sinceMs: nowMs };
    const isKnown = product.out?.until === out?.until && (out !== null || product.available === available);
    if (isKnown) return accept();
    const isCountWrong = available && product.out === null && product.stock !== null && leftOf(product.stock) === 0;
    const stock = isCountWrong ? null : product.stock;
    const next = settled({ ...product, out, stock, version: product.version + 1, updatedAtMs: nowMs });
    const data = { product_id: product.id, sku: product.sku, available: next.available };
    return accept({ type: 'product_status_changed', product: next, data, atMs: nowMs });
  });
}

/** [STK1] So many are there now; null: nobody counts any more. */
export function countStock(view: KitchenView, command: CountStock, nowMs: number): Decision {
  const { quantity } = command;
  return onItem(view, command, (product) => {
    if (quantity === null && product.stock === null) return accept();
    const stock = quantity === null ? null : { counted: quantity, countedAtMs: nowMs, sold: 0 };
    return accept(inventoryEvent(product, stock, nowMs));
  });
}

const otherVersion = (version: number) =>
  refuse('version_mismatch', `This menu item is at version ${version} now; look again before you change it.`);

export const contentOfProduct = (product: Product): Omit<ProductContent, 'photo'> => ({
  sku: product.sku,
  name: product.name,
  price: product.price,
  category: product.category,
  stations: product.stations,
  modifierGroups: product.modifierGroups,
  allergens: product.allergens,
  prepMinutes: product.prepMinutes,
});
