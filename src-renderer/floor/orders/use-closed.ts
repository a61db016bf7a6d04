import { useEffect, useMemo, useState } from 'react';
import type { Kitchen } from '#shared/domain/apply.ts';
import type { Order } from '#shared/domain/order.ts';
import { useMoment, useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { ordersIn } from '../ticket/wire-orders.ts';
import { withAnswers } from './answered.ts';
import { useHoped } from './use-orders.ts';

const lookBackMs = 12 * 3600_000;

/** What was handed over and not paid: nobody has left yet, and dessert belongs to the same bill. */
export function useServed(): readonly Order[] {
  const closed = useHoped(useClosed('limit=100', anyClosed));
  return useMemo(() => closed.filter(({ paymentStatus }) => paymentStatus !== 'paid'), [closed]);
}

/** What has left the kitchen and is not with its guest yet ([SHP1]). */
export function useUnderWay(): readonly Order[] {
  const closed = useHoped(useClosed('type=delivery&limit=200', deliveriesMoved));
  return useMemo(() => closed.filter(({ delivery }) => !delivery?.deliveredAtMs), [closed]);
}

/** What is another value when the kitchen is to be asked anew. */
type News = (kitchen: Kitchen, known: readonly Order[]) => unknown;

const anyClosed: News = ({ closed }) => closed;

/** Most of what leaves is eaten here: hundreds of devices need not ask for deliveries by that. */
const deliveriesMoved: News = ({ orders, closed }, known) => {
  const open = [...orders.values()].flatMap(({ id, type }) => (type === 'delivery' ? id : []));
  return [...open, ...known.map(({ id }) => closed.get(id))].join();
};

/** The kitchen forgets them, so it is asked; anew when something has left, or was done here. */
function useClosed(which: string, news: News): readonly Order[] {
  const { client } = useScreen();
  const open = useScreenState((state) => kitchenOf(state).orders);
  const sent = useScreenState((state) => state.sent);
  const isLive = useScreenState(({ link }) => link.phase === 'live');
  const hour = useMoment(({ serverMs }) => Math.floor(serverMs / 3600_000));
  const [orders, setOrders] = useState<readonly Order[]>([]);
  const heard = useScreenState((state) => news(kitchenOf(state), orders));
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
  }, [client, heard, sent, isLive, hour, which]);
  return useMemo(() => withAnswers(orders, sent).filter(({ id }) => !open.has(id)), [orders, sent, open]);
}
