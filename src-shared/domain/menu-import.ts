import equal from 'fast-deep-equal';
import type { ImportMenu, MenuDraft } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { ProductEvent } from './event.ts';
import { changeEvent, contentOfProduct, removalOf } from './menu.ts';
import type { Product } from './product.ts';
import { settled } from './stock.ts';

/** What a menu that is brought in would do to the one that is there. */
export type MenuPlan = {
  readonly created: readonly Product[];
  readonly changed: readonly { readonly before: Product; readonly after: Product }[];
  readonly removed: readonly Product[];
  readonly unchanged: number;
};

type Menu = Pick<KitchenView, 'productBySku' | 'products'>;

/**
 * An item is known by its sku. What is out, and what is counted, stays as it is: a menu says what there is to eat, not
 * what is left of it ([IMP1]).
 */
export function planImport(menu: Menu, drafts: readonly MenuDraft[], removesOthers: boolean): MenuPlan {
  const known = drafts.map(({ product, untold }) => ({ product, untold, before: menu.productBySku(product.sku) }));
  const pairs = known.flatMap(({ product, untold, before }) =>
    before ? [{ before, after: { ...before, ...told(product, untold) } }] : [],
  );
  const changed = pairs.filter(({ before, after }) => !equal(before, after));
  const skus = new Set(drafts.map(({ product }) => product.sku));
  return {
    created: known.flatMap(({ product, before }) => (before ? [] : [product])),
    changed,
    removed: removesOthers ? menu.products().filter(({ sku }) => !skus.has(sku)) : [],
    unchanged: pairs.length - changed.length,
  };
}

function told(product: Product, untold: MenuDraft['untold']): Partial<Product> {
  const named = Object.entries(contentOfProduct(product)).filter(([name]) => !untold.some((one) => one === name));
  return Object.fromEntries(named);
}

/** All of it or nothing. */
export function importMenu(view: KitchenView, command: ImportMenu, nowMs: number): Decision {
  const { drafts, removesOthers } = command;
  if (new Set(drafts.map(({ product }) => product.sku)).size < drafts.length)
    return refuse('invalid', 'A sku stands there twice.');
  const plan = planImport(view, drafts, removesOthers);
  const created = plan.created.map((draft): ProductEvent => {
    const data = { product_id: draft.id, sku: draft.sku };
    return { type: 'product_created', product: settled(draft), data, atMs: nowMs };
  });
  const changed = plan.changed.map(({ before, after }) =>
    changeEvent(before, { ...after, version: before.version + 1, updatedAtMs: nowMs }, nowMs),
  );
  return accept(...created, ...changed, ...plan.removed.map((product) => removalOf(product, nowMs)));
}
