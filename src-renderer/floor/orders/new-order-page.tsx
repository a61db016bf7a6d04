import { useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { type Cart, type CartTarget, emptyCart } from '../cart/cart.ts';
import { useCarts, useFloor } from '../floor-context.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { goInstead, home } from '../place.ts';
import { isTable } from './floor-order.ts';
import { ForWhom } from './for-whom.tsx';
import { useOrders } from './use-orders.ts';

/** For whom it is: a table or a guest, and whether that table has an order that this belongs to; also changed later. */
export function NewOrderPage({ id }: { readonly id: string | null }) {
  const t = useText();
  const { carts, newId } = useFloor();
  const known = useCarts();
  const begun = known.find((cart) => cart.id === id);
  const [cart, setCart] = useState<Cart>(
    () => begun ?? emptyCart(newId(), { orderId: null, type: 'dine_in', place: '' }),
  );
  const orders = useOrders();
  const there =
    cart.type === 'dine_in' && cart.place.trim() ? orders.filter((order) => isTable(order, cart.place)) : [];
  const ringIn = (wanted: Cart) => {
    carts.put(wanted);
    goInstead({ kind: 'ring', cart: wanted.id });
  };
  const addTo = (order: Order) => {
    const target = { orderId: order.id, type: order.type, place: order.tableNumber ?? '' };
    ringIn(known.find((one) => isFor(one, target)) ?? { ...cart, ...target });
  };
  const begin = () => {
    const place = cart.place.trim().slice(0, cart.type === 'dine_in' ? longestTable : undefined);
    const wanted = { ...cart, place, orderId: null, sentAs: null };
    // Two guests without a name are two.
    const same = !begun && place !== '' && known.find((one) => isFor(one, wanted));
    ringIn(same || wanted);
  };
  const back = () => {
    if (begun && begun.lines.length > 0) return goInstead({ kind: 'ring', cart: begun.id });
    if (begun) carts.drop(begun.id);
    goInstead(home);
  };
  return (
    <FloorFrame
      title={t('floor.newOrder')}
      onBack={back}
      foot={
        <div className="mx-auto grid max-w-2xl gap-2">
          {there.map((order) => (
            <Button key={order.id} look="primary" wraps onClick={() => addTo(order)}>
              {t('floor.addTo', { ticket: ticketName(order) })}
            </Button>
          ))}
          <Button look={there.length > 0 ? 'framed' : 'primary'} data-to-menu onClick={begin}>
            {there.length > 0 ? t('floor.separateOrder') : t('floor.toMenu')}
          </Button>
        </div>
      }
    >
      <form
        className="mx-auto grid max-w-2xl gap-5 p-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (there[0] && there.length === 1) addTo(there[0]);
          else begin();
        }}
      >
        <ForWhom cart={cart} orders={orders} onChange={(change) => setCart((before) => ({ ...before, ...change }))} />
      </form>
    </FloorFrame>
  );
}

/** What the contract takes; a guest's name may be longer. */
const longestTable = 40;

const isFor = (cart: Cart, target: CartTarget) =>
  cart.orderId === target.orderId &&
  (target.orderId !== null || (cart.type === target.type && cart.place === target.place));
