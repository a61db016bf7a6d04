import { PackageCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { type Order, orderStatus, orderTotal } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { FullPage } from '../../ui/full-page.tsx';
import { emptyCart } from '../cart/cart.ts';
import { useCarts, useFloor } from '../floor-context.ts';
import { FloorFrame } from '../floor-frame.tsx';
import { NextStep } from '../orders/next-step.tsx';
import { go, goInstead, home } from '../place.ts';
import { useMoney } from '../use-money.ts';
import { FloorLine } from './floor-line.tsx';
import { GuestCode } from './guest-code.tsx';
import { LineSheet } from './line-sheet.tsx';
import { OrderActs } from './order-acts.tsx';
import { OrderDelivery } from './order-delivery.tsx';
import { useOrder } from './use-order.ts';

/** One order as the floor sees it: its dishes, how far each is, and everything that can be done with it. */
export function OrderPage({ id }: { readonly id: string }) {
  const t = useText();
  const { order, isAsking } = useOrder(id);
  if (order) return <Known order={order} />;
  return (
    <FloorFrame title={t('floor.orders')} onBack={() => go(home)}>
      <FullPage
        icon={<PackageCheck aria-hidden className="size-16" strokeWidth={1.25} />}
        title={isAsking ? t('app.loadingTitle') : t('floor.goneTitle')}
        detail={isAsking ? t('app.loadingDetail') : t('floor.goneDetail')}
      />
    </FloorFrame>
  );
}

function Known({ order }: { readonly order: Order }) {
  const t = useText();
  const money = useMoney(order.currency);
  const [asked, setAsked] = useState<string>();
  const line = order.lines.find(({ id }) => id === asked);
  const status = orderStatus(order);
  return (
    <FloorFrame
      title={ticketName(order)}
      onBack={() => goInstead(home)}
      foot={status !== 'cancelled' && <AddDishes order={order} />}
    >
      <div className="mx-auto grid max-w-3xl gap-3 p-3">
        <Facts order={order} />
        <OrderDelivery id={order.id} />
        <div className="overflow-hidden rounded-xl">
          <NextStep order={order} />
        </div>
        <ul className="overflow-hidden rounded-xl border border-edge bg-surface">
          {order.lines.map((one) => (
            <FloorLine key={one.id} order={order} line={one} onOpen={() => setAsked(one.id)} />
          ))}
        </ul>
        <p className="flex items-baseline justify-between gap-4 px-1 text-[1.5rem] font-bold">
          {t('floor.total')}
          <span className="tabular" data-total>
            {money(orderTotal(order))}
          </span>
        </p>
        {status === 'cancelled' && <CalledOff order={order} />}
        <OrderActs order={order} />
        <GuestCode order={order} />
      </div>
      {line && <LineSheet order={order} line={line} onClose={() => setAsked(undefined)} />}
    </FloorFrame>
  );
}

/** One whose dishes have gone to another order leads there. */
function CalledOff({ order: { mergedInto } }: { readonly order: Order }) {
  const t = useText();
  if (mergedInto === null) return <p className="text-[1.25rem] font-bold text-danger">{t('floor.isCancelled')}</p>;
  return (
    <Button look="primary" wraps onClick={() => goInstead({ kind: 'order', order: mergedInto })}>
      {t('floor.toMerged')}
    </Button>
  );
}

function Facts({ order }: { readonly order: Order }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - order.createdAtMs)));
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-1 text-chrome text-muted">
      <span>{t(`ticket.type.${order.type}`)}</span>
      {order.covers !== null && <span>{t('ticket.guests', { count: order.covers })}</span>}
      {order.customerName && <bdi>{order.customerName}</bdi>}
      {order.serverName && <bdi>{order.serverName}</bdi>}
      <span className="tabular">{timeOfDay(order.createdAtMs)}</span>
      <span dir="ltr" className="tabular">
        {age}
      </span>
      {order.paymentStatus === 'paid' && <span className="font-bold text-done">{t('floor.paid')}</span>}
    </p>
  );
}

/** To the menu, with what is begun for this order already if there is something. */
function AddDishes({ order }: { readonly order: Order }) {
  const t = useText();
  const { carts, newId } = useFloor();
  const begun = useCarts().find(({ orderId }) => orderId === order.id);
  const add = () => {
    const cart = begun ?? emptyCart(newId(), { orderId: order.id, type: order.type, place: order.tableNumber ?? '' });
    if (!begun) carts.put(cart);
    go({ kind: 'ring', cart: cart.id });
  };
  return (
    <div className="mx-auto grid max-w-3xl">
      <Button look="primary" data-add-dishes onClick={add}>
        <Plus aria-hidden className="size-7" strokeWidth={3} />
        {t('floor.addDishes')}
      </Button>
    </div>
  );
}
