import { useEffect, useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment, useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { ordersIn } from '../ticket/wire-orders.ts';
import { isTakenBy } from './floor-order.ts';
import { OrderCard } from './order-card.tsx';
import { useOwnName } from './use-orders.ts';

/** What was handed over and not paid: nobody has left yet, and dessert belongs to the same bill. */
export function ServedCards({ isOwn }: { readonly isOwn: boolean }) {
  const t = useText();
  const name = useOwnName();
  const served = useServed();
  const open = useScreenState((state) => kitchenOf(state).orders);
  const shown = served.filter(
    (order) => order.paymentStatus !== 'paid' && !open.has(order.id) && (!isOwn || isTakenBy(order, name)),
  );
  if (shown.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="px-1 pt-2 text-[1.25rem] font-bold">{t('floor.servedUnpaid')}</h2>
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {shown.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
}

const lookBackMs = 12 * 3600_000;

/** The kitchen forgets them, so it is asked; anew when an order has left, or something was done here. */
function useServed(): readonly Order[] {
  const { client } = useScreen();
  const closed = useScreenState((state) => kitchenOf(state).closed);
  const sent = useScreenState((state) => state.sent);
  const isLive = useScreenState(({ link }) => link.phase === 'live');
  const hour = useMoment(({ serverMs }) => Math.floor(serverMs / 3600_000));
  const [orders, setOrders] = useState<readonly Order[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each of them
  useEffect(() => {
    if (!isLive) return;
    let isOver = false;
    const from = new Date(hour * 3600_000 - lookBackMs).toISOString();
    const path = `/orders?status=completed&from=${from}&sort=-created_at&limit=100`;
    const asking = setTimeout(() => {
      void client.ask({ method: 'GET', path }, ordersIn).then((answer) => {
        if (!isOver && answer.kind === 'ok') setOrders(answer.value);
      });
    }, 300);
    return () => {
      isOver = true;
      clearTimeout(asking);
    };
  }, [client, closed, sent, isLive, hour]);
  return orders;
}
