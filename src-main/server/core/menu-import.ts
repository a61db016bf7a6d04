import { createHash } from 'node:crypto';
import type { MenuDraft } from '#shared/domain/command.ts';
import { contentOfProduct } from '#shared/domain/menu.ts';
import { type MenuPlan, planImport } from '#shared/domain/menu-import.ts';
import type { Product, ProductContent } from '#shared/domain/product.ts';
import { AppError, type FieldError } from '#shared/errors/app-error.ts';
import type { MenuImportIn } from '#shared/protocol/product-requests.ts';
import { toWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import { type FileError, readMenuFile, toMenuItem, type Untold } from '../menu-file/menu-file.ts';
import type { Caller, CommittedEvent, Restaurant } from '../ports.ts';
import { makeMenuItem } from './make-product.ts';
import { type MenuDeskDeps, restaurantOf } from './menu-desk.ts';
import { type Answer, type RequestMark, submissionOf } from './submission.ts';

/** A menu that comes as a file: looked at first, then taken whole or not at all ([IMP1]). */
export interface MenuImport {
  preview(caller: Caller, input: MenuImportIn): MenuPreview;
  take(caller: Caller, input: MenuImportIn, mark: RequestMark): Promise<Answer>;
}

/** Throws `invalid` with all that is wrong with a file; `errors[].path` begins with the line. */
export type MenuPreview = {
  readonly created: readonly { readonly sku: string; readonly name: string }[];
  readonly changed: readonly { readonly sku: string; readonly name: string; readonly fields: Fields }[];
  readonly removed: readonly { readonly sku: string; readonly name: string }[];
  readonly unchanged: number;
  /** Names the menu that it was compared with. */
  readonly basis: string;
};

/** Old and new of what differs. */
type Fields = Readonly<Record<string, readonly [unknown, unknown]>>;

export function createMenuImport({ queue, store, ids }: MenuDeskDeps): MenuImport {
  const draftsIn = (input: MenuImportIn, restaurant: Restaurant, nowMs: number) =>
    readDrafts(input, restaurant, nowMs, () => ids.random());
  return {
    preview: (caller, input) => {
      const view = store.view(caller.restaurantId);
      const drafts = draftsIn(input, restaurantOf(store, caller), 0);
      return { ...told(planImport(view, drafts, input.remove_others)), basis: basisOf(view.products()) };
    },
    take: (caller, input, mark) => {
      const drafts = draftsIn(input, restaurantOf(store, caller), 0);
      return queue.submit(
        submissionOf(caller, mark, {
          successStatus: 200,
          make: (from, nowMs) => {
            if (input.basis !== basisOf(from.products(caller.restaurantId))) return changedMeanwhile;
            const { restaurantId } = caller;
            const now = drafts.map(({ product, untold }) => ({
              product: { ...product, createdAtMs: nowMs, updatedAtMs: nowMs },
              untold,
            }));
            return { command: { kind: 'menu.import', restaurantId, drafts: now, removesOthers: input.remove_others } };
          },
          current: () => counts([]),
          told: counts,
        }),
      );
    },
  };
}

const changedMeanwhile = {
  refused: { code: 'version_mismatch', detail: 'The menu was changed since it was compared. Compare again.' },
} as const;

function readDrafts(input: MenuImportIn, restaurant: Restaurant, nowMs: number, newId: () => string): MenuDraft[] {
  const file = readMenuFile(input.text, input.format);
  if ('errors' in file) throw unreadable(file.errors);
  const made = file.items.map(({ line, untold, ...item }) => ({
    ...{ line, untold: untold.map((name) => contentNames[name]) },
    ...makeMenuItem(newId(), item, restaurant, nowMs),
  }));
  const errors = made.flatMap((one) =>
    'errors' in one ? one.errors.map((error) => ({ ...error, line: one.line })) : [],
  );
  if (errors.length > 0) throw unreadable(errors);
  return made.flatMap((one) => ('product' in one ? [{ product: one.product, untold: one.untold }] : []));
}

const contentNames = {
  stations: 'stations',
  allergens: 'allergens',
  prep_minutes: 'prepMinutes',
  modifier_groups: 'modifierGroups',
} as const satisfies Readonly<Record<Untold, keyof ProductContent>>;

function unreadable(errors: readonly FileError[]): AppError {
  const named = errors.map(
    ({ line, path, reason }): FieldError => ({ path: path ? `line ${line}: ${path}` : `line ${line}`, reason }),
  );
  return new AppError('invalid', `${named[0]?.path}: ${named[0]?.reason}`, named);
}

/** Another one when anything of the menu is; not so what is sold of it, which goes on all evening. */
function basisOf(products: readonly Product[]): string {
  const all = products.map((product) => JSON.stringify([product.id, contentOfProduct(product)])).toSorted();
  return createHash('sha256').update(all.join('\n')).digest('base64url').slice(0, 22);
}

function told({ created, changed, removed, unchanged }: MenuPlan): Omit<MenuPreview, 'basis'> {
  const named = ({ sku, name }: Product) => ({ sku, name });
  return {
    created: created.map(named),
    changed: changed.map(({ before, after }) => ({
      ...named(after),
      fields: differences(toWireProduct(before), toWireProduct(after)),
    })),
    removed: removed.map(named),
    unchanged,
  };
}

function differences(before: WireProduct, after: WireProduct): Fields {
  const [old, now] = [before, after].map((product) => Object.entries(toMenuItem(product)));
  const pairs = (old ?? []).map(([name, value], at) => [name, [value, now?.[at]?.[1]]] as const);
  return Object.fromEntries(pairs.filter(([, [one, other]]) => JSON.stringify(one) !== JSON.stringify(other)));
}

function counts(events: readonly CommittedEvent[]) {
  const count = (...types: string[]) => events.filter(({ record: { type } }) => types.includes(type)).length;
  return {
    created: count('product_created'),
    changed: count('product_updated', 'price_updated'),
    removed: count('product_deleted'),
  };
}
