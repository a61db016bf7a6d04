import equal from 'fast-deep-equal';
import type { ModifierGroup } from '#shared/domain/modifier-group.ts';
import type { ProductContent } from '#shared/domain/product.ts';
import { priceText, readPrice } from './typed-price.ts';

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
const dishFields = [
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

/** What differs between two of them: `25` and `25,00` are the same price. */
export const differing = (one: DishDraft, other: DishDraft, { currency }: Pick<Writing, 'currency'>) =>
  dishFields.filter((field) => !equal(meant(field, one[field], currency), meant(field, other[field], currency)));

/** What is meant by it, without what says nothing to anybody: keys of the form, blanks around words. */
function meant(name: string, value: unknown, currency: string): unknown {
  if (Array.isArray(value)) return value.map((one) => meant(name, one, currency));
  if (typeof value === 'string') return name === 'price' && value !== '' ? readPriceOr(value, currency) : value.trim();
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([field]) => field !== 'key');
  return Object.fromEntries(fields.map(([field, own]) => [field, meant(field, own, currency)]));
}

function readPriceOr(typed: string, currency: string): number | string {
  const price = readPrice(typed, currency);
  return typeof price === 'number' ? price : typed.trim();
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
