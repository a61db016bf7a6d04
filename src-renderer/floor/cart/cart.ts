import type { OrderId, ProductId } from '#shared/domain/id.ts';
import type { OrderType } from '#shared/domain/order.ts';

/** A dish as a waiter rings it in. What it is called and costs is the menu's to say, at the moment it is drawn. */
export type CartLine = {
  /** The device's own; two portions of one dish may differ. */
  readonly key: string;
  readonly productId: ProductId;
  readonly quantity: number;
  /** Names of the menu's options, in the order in which they were said. */
  readonly modifiers: readonly string[];
  readonly notes: string;
  readonly seat: number | null;
  readonly course: number | null;
  /** What this guest must not get ([ALG1]). */
  readonly allergens: readonly string[];
};

/** An order, or what is added to one, that nobody has sent yet. */
export type Cart = {
  /** The device's own; by it the kitchen is told that something is being rung in ([DRF1]). */
  readonly id: string;
  /** What the dishes are added to; null for a new order. */
  readonly orderId: OrderId | null;
  readonly type: OrderType;
  /** A table's number or name; the guest's name where there is no table. */
  readonly place: string;
  /** How many are at the table, where somebody has counted. */
  readonly covers: number | null;
  readonly phone: string;
  /** For the whole order. */
  readonly notes: string;
  /** For when the guest was promised it, from the moment it is sent; null for as soon as it can be. */
  readonly inMinutes: number | null;
  /** The key of the command that has sent it, until that is safe by itself. */
  readonly sentAs: string | null;
  /** What guests have asked for by their table's code that is taken with it ([SLF2]). */
  readonly selfOrder?: string | undefined;
  readonly lines: readonly CartLine[];
};

/** What a cart is for. */
export type CartTarget = Pick<Cart, 'orderId' | 'type' | 'place'>;

const nothingSaid = { covers: null, phone: '', notes: '', inMinutes: null, sentAs: null, lines: [] } as const;

export const emptyCart = (id: string, target: CartTarget): Cart => ({ ...nothingSaid, ...target, id });

/** Nobody has typed or tapped anything that could be lost: a table is said again by one tap. */
export const saysNothing = ({ lines, type, place, phone, notes }: Cart): boolean =>
  lines.length === 0 && `${phone}${notes}${type === 'dine_in' ? '' : place}`.trim() === '';

/** One more of the same dish, said in the same way, is one line. */
export function withLine(cart: Cart, line: CartLine): Cart {
  const same = cart.lines.find((one) => isAlike(one, line));
  if (!same) return { ...cart, lines: [...cart.lines, line] };
  return withChange(cart, same.key, { quantity: Math.min(mostOfOne, same.quantity + line.quantity) });
}

/** None left: the line is gone. */
export function withChange(cart: Cart, key: string, change: Partial<CartLine>): Cart {
  const lines = cart.lines.map((line) => (line.key === key ? { ...line, ...change } : line));
  return { ...cart, lines: lines.filter(({ quantity }) => quantity > 0) };
}

/** What the contract takes of one line. */
export const mostOfOne = 999;

export const dishesIn = ({ lines }: Pick<Cart, 'lines'>): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

function isAlike(a: CartLine, b: CartLine): boolean {
  const said = (line: CartLine) =>
    JSON.stringify([line.productId, line.modifiers, line.notes, line.seat, line.course, line.allergens]);
  return said(a) === said(b);
}
