import { useEffect, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { type Cart, type CartLine, dishesIn, withChange, withLine } from '../cart/cart.ts';
import { commandOf } from '../cart/cart-command.ts';
import { useFloor } from '../floor-context.ts';
import { goInstead, home } from '../place.ts';
import { draftFrame } from './draft-frame.ts';

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
  const table = useTable(cart);
  useToldDraft(cart, table);

  const add = ({ id }: Product, said: Partial<CartLine> = {}) =>
    carts.put(withLine(cart, { ...plain, ...next, ...said, productId: id, key: newId() }));
  const change = (key: string, said: Partial<CartLine>) => carts.put(withChange(cart, key, said));
  const leave = () => {
    client.tell(draftFrame(cart, table, true));
    goInstead(home);
  };
  const send = () => {
    // Another page of this device may have sent it a moment ago.
    if (!carts.has(cart.id)) return leave();
    const key = client.command(commandOf(cart, restaurantId, ticker.now().serverMs));
    if (key === undefined) return;
    carts.put({ ...cart, sentAs: key });
    leave();
  };
  const discard = () => {
    carts.drop(cart.id);
    leave();
  };
  return { table: tableOf(cart, table), next, setNext, add, change, send, discard };
}

export type Ring = ReturnType<typeof useRing>;

/** Whose guests they are: null where they sit at none. */
const tableOf = (cart: Cart, ofOrder: string | null): string | null =>
  cart.orderId === null && cart.type === 'dine_in' ? cart.place : ofOrder;

const plain = { quantity: 1, modifiers: [], notes: '', allergens: [] } as const;

/** Of the order that it is added to. */
const useTable = ({ orderId }: Cart): string | null =>
  useScreenState((state) => (orderId ? kitchenOf(state).orders.get(orderId)?.tableNumber : null) ?? null);

/** The kitchen reckons with what is being rung in; told again before it would forget it. */
function useToldDraft(cart: Cart, table: string | null): void {
  const { client } = useScreen();
  const items = dishesIn(cart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the table or the number is another
  useEffect(() => {
    if (items === 0) return;
    const tell = () => client.tell(draftFrame(cart, table));
    tell();
    const again = setInterval(tell, toldAgainMs);
    return () => clearInterval(again);
  }, [client, cart.id, cart.place, cart.type, table, items]);
}

const toldAgainMs = 60_000;
