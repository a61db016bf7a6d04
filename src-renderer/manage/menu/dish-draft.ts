import equal from 'fast-deep-equal';
import type { ModifierGroup } from '#shared/domain/modifier-group.ts';
import type { ProductContent } from '#shared/domain/product.ts';
import { priceText } from './typed-price.ts';

/** One choice of a group as it stands in the form; `key` stays when it is moved. */
export type OptionDraft = { readonly key: string; readonly name: string; readonly price: string };

export type GroupDraft = {
  readonly key: string;
  readonly name: string;
  readonly min: string;
  /** Empty for any number. */
  readonly max: string;
  readonly options: readonly OptionDraft[];
};

/** A dish as it stands in the form: what somebody has typed, right or wrong. */
export type DishDraft = {
  readonly name: string;
  readonly sku: string;
  readonly price: string;
  readonly category: string;
  readonly stations: readonly string[];
  readonly allergens: readonly string[];
  readonly prepMinutes: string;
  readonly groups: readonly GroupDraft[];
};

export type DishField = keyof DishDraft;

/** In the order of the form. */
export const dishFields = [
  'name',
  'price',
  'category',
  'sku',
  'stations',
  'prepMinutes',
  'allergens',
  'groups',
] as const satisfies readonly DishField[];

export const emptyDish: DishDraft = {
  name: '',
  sku: '',
  price: '',
  category: '',
  stations: [],
  allergens: [],
  prepMinutes: '',
  groups: [],
};

/** How amounts are written: the restaurant's currency, and the language that the screen had when the form was opened. */
export type Writing = { readonly currency: string; readonly language: string };

/** The same content gives the same draft, so that two of them can be compared. */
export const draftOf = (content: ProductContent, writing: Writing): DishDraft => ({
  name: content.name,
  sku: content.sku,
  price: priceText(content.price, writing.currency, writing.language),
  category: content.category,
  stations: content.stations,
  allergens: content.allergens,
  prepMinutes: content.prepMinutes === null ? '' : String(content.prepMinutes),
  groups: groupDrafts(content.modifierGroups, writing),
});

export const groupDrafts = (groups: readonly ModifierGroup[], writing: Writing): readonly GroupDraft[] =>
  groups.map(({ name, min, max, options }, at) => ({
    key: `g${at}`,
    name,
    min: String(min),
    max: max === null ? '' : String(max),
    options: options.map((option, place) => ({
      key: `o${place}`,
      name: option.name,
      price: option.price === 0 ? '' : priceText(option.price, writing.currency, writing.language),
    })),
  }));

/** What differs between two of them. */
export const differing = (one: DishDraft, other: DishDraft): readonly DishField[] =>
  dishFields.filter((field) => !equal(bare(one[field]), bare(other[field])));

/** Without the keys, which say nothing to anybody. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, own]) => (name === 'key' ? [] : [[name, bare(own)]])),
  );
}

/** One that none of these has. */
export function freshKey(known: readonly { readonly key: string }[]): string {
  const taken = new Set(known.map(({ key }) => key));
  let number = known.length;
  while (taken.has(`n${number}`)) number++;
  return `n${number}`;
}

/** In the place of its neighbour; the first cannot go up, nor the last down. */
export function movedBy<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const to = at + by;
  const item = items[at];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(at, 1).toSpliced(to, 0, item);
}
