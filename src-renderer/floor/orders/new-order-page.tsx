import { useState } from 'react';
import { type Order, type OrderType, orderTypes } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { type Cart, emptyCart } from '../cart/cart.ts';
import { useCarts, useFloor } from '../floor-context.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { go, goInstead, home } from '../place.ts';
import { isTable } from './floor-order.ts';
import { useOrders } from './use-orders.ts';

/** For whom it is: a table or a guest, and whether that table has an order that this belongs to. */
export function NewOrderPage() {
  const t = useText();
  const { carts, newId } = useFloor();
  const known = useCarts();
  const [type, setType] = useState<OrderType>('dine_in');
  const [place, setPlace] = useState('');
  const orders = useOrders();
  const there = type === 'dine_in' && place.trim() ? orders.filter((order) => isTable(order, place)) : [];
  const ringIn = (target: Pick<Cart, 'orderId' | 'type' | 'place'>) => {
    const begun = known.find((cart) => isFor(cart, target));
    const cart = begun ?? emptyCart(newId(), target);
    if (!begun) carts.put(cart);
    goInstead({ kind: 'ring', cart: cart.id });
  };
  const addTo = ({ id }: Order) => ringIn({ orderId: id, type, place });
  const begin = () => ringIn({ orderId: null, type, place: place.trim() });
  return (
    <FloorFrame
      title={t('floor.newOrder')}
      onBack={() => go(home)}
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
          begin();
        }}
      >
        <Segments
          label={t('floor.howEaten')}
          options={orderTypes.map((one) => [one, t(`ticket.type.${one}`)] as const)}
          chosen={type}
          onChoose={setType}
        />
        <Field
          label={type === 'dine_in' ? t('floor.table') : t('floor.guestName')}
          value={place}
          inputMode={type === 'dine_in' ? 'numeric' : 'text'}
          maxLength={type === 'dine_in' ? 40 : 200}
          autoComplete="off"
          onChange={(event) => setPlace(event.target.value)}
        />
        {type === 'dine_in' && <OpenTables orders={orders} onChoose={setPlace} />}
      </form>
    </FloorFrame>
  );
}

const isFor = (cart: Cart, target: Pick<Cart, 'orderId' | 'type' | 'place'>) =>
  cart.orderId === target.orderId &&
  (target.orderId !== null || (cart.type === target.type && cart.place === target.place));

type OpenTablesProps = { readonly orders: readonly Order[]; readonly onChoose: (table: string) => void };

/** Tables that have something in the kitchen: most of what is ordered is ordered there. */
function OpenTables({ orders, onChoose }: OpenTablesProps) {
  const t = useText();
  const tables = [...new Set(orders.flatMap(({ type, tableNumber }) => (type === 'dine_in' && tableNumber) || []))];
  if (tables.length === 0) return null;
  tables.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-chrome font-semibold">{t('floor.openTables')}</legend>
      <div className="flex flex-wrap gap-2">
        {tables.map((table) => (
          <Button key={table} look="framed" wraps onClick={() => onChoose(table)}>
            {table}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
