import { useEffect, useMemo, useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useMoment, useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { ordersIn } from '../ticket/wire-orders.ts';
import { useHoped } from './use-orders.ts';

const lookBackMs = 12 * 3600_000;

/** What was handed over and not paid: nobody has left yet, and dessert belongs to the same bill. */
export function useServed(): readonly Order[] {
  const closed = useHoped(useClosed('limit=100'));
  return useMemo(() => closed.filter(({ paymentStatus }) => paymentStatus !== 'paid'), [closed]);
}

/** What has left the kitchen and is not with its guest yet ([SHP1]). */
export function useUnderWay(): readonly Order[] {
  const closed = useHoped(useClosed('type=delivery&limit=200'));
  return useMemo(() => closed.filter(({ delivery }) => !delivery?.deliveredAtMs), [closed]);
}

/** The kitchen forgets them, so it is asked; anew when an order has left, or something was done here. */
function useClosed(which: string): readonly Order[] {
  const { client } = useScreen();
  const closed = useScreenState((state) => kitchenOf(state).closed);
  const open = useScreenState((state) => kitchenOf(state).orders);
  const sent = useScreenState((state) => state.sent);
  const isLive = useScreenState(({ link }) => link.phase === 'live');
  const hour = useMoment(({ serverMs }) => Math.floor(serverMs / 3600_000));
  const [orders, setOrders] = useState<readonly Order[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each of them
  useEffect(() => {
    if (!isLive) return;
    let isOver = false;
    const from = new Date(hour * 3600_000 - lookBackMs).toISOString();
    const path = `/orders?status=completed&from=${from}&sort=-created_at&${which}`;
    const asking = setTimeout(() => {
      void client.ask({ method: 'GET', path }, ordersIn).then((answer) => {
        if (!isOver && answer.kind === 'ok') setOrders(answer.value);
      });
    }, 300);
    return () => {
      isOver = true;
      clearTimeout(asking);
    };
  }, [client, closed, sent, isLive, hour, which]);
  return useMemo(() => orders.filter(({ id }) => !open.has(id)), [orders, open]);
}
