import { fromMinor } from '#shared/domain/money.ts';
import type { MenuItemIn } from '#shared/protocol/product-requests.ts';
import { wholeIn } from '../../ui/typed-number.ts';
import type { DishDraft, DishField, GroupDraft, OptionDraft } from './dish-draft.ts';
import { type PriceTrouble, readPrice } from './typed-price.ts';

/** What is wrong with what stands in a box; the words for it are `menuOffice.wrong.*`. */
export type DishTrouble =
  | PriceTrouble
  | 'name'
  | 'long'
  | 'sku'
  | 'skuTaken'
  | 'category'
  | 'minutes'
  | 'stations'
  | 'allergens'
  | 'group'
  | 'noOption'
  | 'tooMany'
  | 'option'
  | 'optionTwice'
  | 'min'
  | 'max'
  | 'maxBelowMin'
  | 'fewerOptions'
  | 'refused';

/** By the path at which the kitchen would name them: `price`, `modifier_groups[0].options[1].name`. */
export type DishTroubles = Readonly<Record<string, DishTrouble>>;

export type DishBody = Omit<MenuItemIn, 'prep_minutes'> & { readonly prep_minutes: number | null };

type Reading = { readonly currency: string; readonly skuTaken: (sku: string) => boolean };

/** What the kitchen is to be told, or all that is in the way of it ([MNE3]). What is right by these rules it takes. */
export function readDraft(
  draft: DishDraft,
  { currency, skuTaken }: Reading,
): { readonly body: DishBody } | { readonly troubles: DishTroubles } {
  const troubles: Record<string, DishTrouble> = {};
  const note = (path: string, trouble: DishTrouble | null) => {
    if (trouble) troubles[path] = trouble;
  };
  const money = moneyReader(currency, note);
  note('name', wordTrouble(draft.name, 'name', 200));
  note('sku', wordTrouble(draft.sku, 'sku', 80) ?? (skuTaken(draft.sku.trim()) ? 'skuTaken' : null));
  note('category', wordTrouble(draft.category, 'category', 80));
  note('stations', draft.stations.length > 10 ? 'stations' : null);
  note('allergens', draft.allergens.length > 30 ? 'allergens' : null);
  note('modifier_groups', draft.groups.length > 30 ? 'tooMany' : null);
  const minutes = draft.prepMinutes.trim() === '' ? null : wholeIn(draft.prepMinutes, 0, 600);
  note('prep_minutes', minutes === undefined ? 'minutes' : null);
  const body = {
    name: draft.name.trim(),
    sku: draft.sku.trim(),
    price: money(draft.price, 'price'),
    category: draft.category.trim(),
    stations: [...draft.stations],
    allergens: [...draft.allergens],
    prep_minutes: minutes ?? null,
    modifier_groups: draft.groups.map((group, at) => readGroup(group, `modifier_groups[${at}]`, { note, money })),
  };
  return Object.keys(troubles).length > 0 ? { troubles } : { body };
}

type Notes = {
  readonly note: (path: string, trouble: DishTrouble | null) => void;
  readonly money: (typed: string, path: string) => number;
};

const moneyReader =
  (currency: string, note: Notes['note']): Notes['money'] =>
  (typed, path) => {
    const price = readPrice(typed, currency);
    if (typeof price === 'number') return fromMinor(price, currency || 'USD');
    note(path, price);
    return 0;
  };

function wordTrouble(text: string, kind: 'name' | 'sku' | 'category' | 'group' | 'option', most: number) {
  if (text.trim() === '') return kind;
  return text.trim().length > most ? 'long' : null;
}

function readGroup(group: GroupDraft, path: string, notes: Notes): DishBody['modifier_groups'][number] {
  const { note } = notes;
  note(`${path}.name`, wordTrouble(group.name, 'group', 80));
  const min = group.min.trim() === '' ? 0 : wholeIn(group.min, 0, 50);
  const max = group.max.trim() === '' ? null : wholeIn(group.max, 1, 50);
  note(`${path}.min`, min === undefined ? 'min' : isOutOfReach(min, group) ? 'fewerOptions' : null);
  note(`${path}.max`, max === undefined ? 'max' : null);
  if (typeof max === 'number' && min !== undefined && max < min) note(`${path}.max`, 'maxBelowMin');
  note(`${path}.options`, group.options.length === 0 ? 'noOption' : group.options.length > 100 ? 'tooMany' : null);
  const options = group.options.map((option, at) => readOption(option, group, `${path}.options[${at}]`, notes));
  return { name: group.name.trim(), min: min ?? 0, max: max ?? null, options };
}

/** Nobody at a table could choose that many, so nobody could order the dish. */
const isOutOfReach = (min: number, { options }: GroupDraft) => options.length > 0 && min > options.length;

function readOption(option: OptionDraft, { options }: GroupDraft, path: string, { note, money }: Notes) {
  const isSame = (other: OptionDraft) => other.name.trim().toLowerCase() === option.name.trim().toLowerCase();
  const isSecond = options.find(isSame) !== option;
  note(`${path}.name`, wordTrouble(option.name, 'option', 200) ?? (isSecond ? 'optionTwice' : null));
  const price = option.price.trim() === '' ? 0 : money(option.price, `${path}.price`);
  return { name: option.name.trim(), price };
}

/** A field of the form as the kitchen calls it. */
export const wireFields = {
  name: 'name',
  sku: 'sku',
  price: 'price',
  category: 'category',
  stations: 'stations',
  allergens: 'allergens',
  prepMinutes: 'prep_minutes',
  groups: 'modifier_groups',
} as const satisfies Readonly<Record<DishField, keyof DishBody>>;
