import { productId, stationId } from '#shared/domain/id.ts';
import type { Product, ProductContent } from '#shared/domain/product.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { MenuItemIn, ProductChangeIn, ProductIn } from '#shared/protocol/product-requests.ts';
import type { Restaurant } from '../ports.ts';
import { type MoneyReader, moneyReader } from './make-modifiers.ts';

/** What cannot be so, or what it is. */
export type MadeOr<Value> = { readonly errors: readonly FieldError[] } | Value;

/** From what the office sent to the menu item as it will be stored. */
export function makeProduct(
  id: string,
  input: ProductIn,
  restaurant: Restaurant,
  nowMs: number,
): MadeOr<{ readonly product: Product }> {
  const made = makeContent(input, restaurant);
  if ('errors' in made) return made;
  const { stock_quantity: counted } = input;
  return {
    product: {
      ...emptyProduct(id, restaurant, nowMs),
      ...made.content,
      available: input.available,
      out: input.available ? null : { until: 'changed', sinceMs: nowMs },
      stock: typeof counted === 'number' ? { counted, countedAtMs: nowMs, sold: 0 } : null,
    },
  };
}

/** An item of a menu that is brought in: to be had, and not counted. */
export function makeMenuItem(
  id: string,
  input: MenuItemIn,
  restaurant: Restaurant,
  nowMs: number,
): MadeOr<{ readonly product: Product }> {
  const made = makeContent(input, restaurant);
  return 'errors' in made ? made : { product: { ...emptyProduct(id, restaurant, nowMs), ...made.content } };
}

/** A photo comes by a way of its own ([PHO1]). */
type TypedContent = Omit<ProductContent, 'photo'>;

const emptyProduct = (id: string, restaurant: Restaurant, nowMs: number) => ({
  id: productId(id),
  restaurantId: restaurant.id,
  version: 1,
  currency: restaurant.currency,
  available: true,
  out: null,
  stock: null,
  photo: null,
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
  removedAtMs: null,
});

function makeContent(input: MenuItemIn, { currency }: Restaurant): MadeOr<{ readonly content: TypedContent }> {
  const errors: FieldError[] = [];
  const toMoney = moneyReader(currency, errors);
  const content = {
    sku: input.sku,
    name: input.name,
    price: toMoney(input.price, 'price'),
    category: input.category,
    stations: input.stations.map(stationId),
    modifierGroups: makeGroups(input.modifier_groups, toMoney),
    allergens: input.allergens,
    prepMinutes: input.prep_minutes ?? null,
  };
  return errors.length > 0 ? { errors } : { content };
}

const makeGroups = (groups: MenuItemIn['modifier_groups'], toMoney: MoneyReader) =>
  groups.map(({ options, ...group }, at) => ({
    ...group,
    options: options.map(({ name, price }, place) => ({
      name,
      price: toMoney(price, `modifier_groups[${at}].options[${place}].price`),
    })),
  }));

/** What is named of an item, as it is stored. */
export function makeProductChange(
  input: ProductChangeIn,
  { currency }: Restaurant,
): MadeOr<{ readonly change: Partial<ProductContent> }> {
  const errors: FieldError[] = [];
  const toMoney = moneyReader(currency, errors);
  const { made_at: _, price, stations, modifier_groups: groups, prep_minutes: prepMinutes, ...plain } = input;
  const change = {
    ...plain,
    ...(price === undefined ? {} : { price: toMoney(price, 'price') }),
    ...(stations === undefined ? {} : { stations: stations.map(stationId) }),
    ...(groups === undefined ? {} : { modifierGroups: makeGroups(groups, toMoney) }),
    ...(prepMinutes === undefined ? {} : { prepMinutes }),
  };
  return errors.length > 0 ? { errors } : { change: withoutUnsaid(change) };
}

const withoutUnsaid = (
  change: { [Key in keyof ProductContent]?: ProductContent[Key] | undefined },
): Partial<ProductContent> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
