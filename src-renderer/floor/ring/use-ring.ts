import { useEffect, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { type Cart, type CartLine, dishesIn, withChange, withLine } from '../cart/cart.ts';
import { commandOf } from '../cart/cart-command.ts';
import { useFloor } from '../floor-context.ts';
import { goInstead, home } from '../place.ts';

/** For whom the next dishes are, until something else is said. */
export type Next = { readonly seat: number | null; readonly course: number | null };

/** What can be done while an order is rung in. */
export function useRing(cart: Cart) {
  const { client, ticker } = useScreen();
  const { carts, newId } = useFloor();
  const restaurantId = useScreenState(({ session }) =>
    session.phase === 'signed-in' ? session.person.restaurantId : '',
  );
  const [next, setNext] = useState<Next>({ seat: null, course: null });
  useToldDraft(cart);

  const add = ({ id }: Product, said: Partial<CartLine> = {}) =>
    carts.put(withLine(cart, { ...plain, ...next, ...said, productId: id, key: newId() }));
  const change = (key: string, said: Partial<CartLine>) => carts.put(withChange(cart, key, said));
  const send = () => {
    client.tell({ ...draftOf(cart), done: true });
    client.command(commandOf(cart, restaurantId, ticker.now().serverMs));
    carts.drop(cart.id);
    goInstead(home);
  };
  const discard = () => {
    client.tell({ ...draftOf(cart), done: true });
    carts.drop(cart.id);
    goInstead(home);
  };
  return { next, setNext, add, change, send, discard };
}

export type Ring = ReturnType<typeof useRing>;

const plain = { quantity: 1, modifiers: [], notes: '', allergens: [] } as const;

/** The kitchen reckons with what is being rung in ([DRF1]); told again before it would forget it. */
function useToldDraft(cart: Cart): void {
  const { client } = useScreen();
  const order = useScreenState((state) => (cart.orderId ? kitchenOf(state).orders.get(cart.orderId) : undefined));
  const table = order ? order.tableNumber : cart.type === 'dine_in' ? cart.place.trim() : '';
  const items = dishesIn(cart);
  useEffect(() => {
    const tell = () => client.tell({ type: 'order_draft', draft_id: cart.id, table_number: table || null, items });
    tell();
    const again = setInterval(tell, toldAgainMs);
    return () => clearInterval(again);
  }, [client, cart.id, table, items]);
}

const toldAgainMs = 60_000;

const draftOf = ({ id, place }: Cart) =>
  ({ type: 'order_draft', draft_id: id, table_number: place.trim() || null, items: 0 }) as const;
