import type { EphemeralOut } from '../../link/link-ports.ts';
import { type Cart, dishesIn } from '../cart/cart.ts';

/** What the contract takes: a longer name, or a larger number, would end the link for good. */
const [longestTable, mostItems] = [40, 999];

/** Tells the kitchen that this is being rung in ([DRF1]); a guest's name stays here. `table`: of the order it is added to. */
export function draftFrame(cart: Cart, table: string | null, done = false): EphemeralOut {
  const at = cart.orderId === null && cart.type === 'dine_in' ? cart.place : table;
  const table_number = at?.trim().slice(0, longestTable) || null;
  return { type: 'order_draft', draft_id: cart.id, table_number, items: Math.min(mostItems, dishesIn(cart)), done };
}
