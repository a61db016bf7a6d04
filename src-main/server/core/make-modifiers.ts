import type { Modifier } from '#shared/domain/line.ts';
import { choose } from '#shared/domain/modifier-group.ts';
import { type Minor, toMinor } from '#shared/domain/money.ts';
import type { Product } from '#shared/domain/product.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { ItemIn } from '#shared/protocol/order-requests.ts';
import { may } from '../permissions.ts';
import type { Caller } from '../ports.ts';

type ModifierIn = ItemIn['modifiers'][number];

type Asking = {
  readonly caller: Caller;
  readonly currency: string;
  /** Undefined for a dish that the menu does not have. */
  readonly product: Product | undefined;
  /** Where the modifiers stand in the request. */
  readonly path: string;
  readonly errors: FieldError[];
};

/**
 * Who may set prices says what they like. Everybody else chooses from what the menu offers with the dish, at its prices
 * ([MEN6]); of a dish without groups any words go, and cost nothing ([MEN3]).
 */
export function makeModifiers(asked: readonly ModifierIn[], { caller, currency, product, path, errors }: Asking) {
  if (may(caller.role, 'orders.price')) return freely(asked, path, moneyReader(currency, errors));
  if (!product || product.modifierGroups.length === 0) {
    if (asked.some(hasPrice)) errors.push({ path, reason: 'prices come from the menu' });
    return asked.map((modifier) => ({ name: nameOf(modifier), price: 0 }));
  }
  const choice = choose(product.modifierGroups, asked.map(nameOf));
  if ('modifiers' in choice) return choice.modifiers;
  errors.push({ path: choice.index === null ? path : `${path}[${choice.index}]`, reason: choice.problem });
  return [];
}

const freely = (asked: readonly ModifierIn[], path: string, toMoney: MoneyReader): Modifier[] =>
  asked.map((modifier, place) => ({
    name: nameOf(modifier),
    price: typeof modifier === 'string' ? 0 : toMoney(modifier.price, `${path}[${place}].price`),
  }));

const nameOf = (modifier: ModifierIn) => (typeof modifier === 'string' ? modifier : modifier.name);
const hasPrice = (modifier: ModifierIn) => typeof modifier !== 'string' && modifier.price > 0;

export type MoneyReader = (amount: number, path: string) => Minor;

/** An amount that the currency does not have is added to `errors` ([MON1]). */
export function moneyReader(currency: string, errors: FieldError[]): MoneyReader {
  return (amount, path) => {
    const minor = toMinor(amount, currency);
    if (minor === undefined) errors.push({ path, reason: `more decimals than ${currency} has` });
    return minor ?? 0;
  };
}
