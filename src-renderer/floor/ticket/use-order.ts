import { useEffect, useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { isOnOrder } from '../../outbox/screen-command.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useOrders } from '../orders/use-orders.ts';
import { orderIn } from './wire-orders.ts';

type Asked = { readonly order: Order | undefined; readonly isAsking: boolean };

/** An order by its id: from what the kitchen has under way, else asked for, as one that was handed over. */
export function useOrder(id: string): Asked {
  const { client } = useScreen();
  const live = useOrders().find((order) => order.id === id);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  /** What was answered on it is newer than what was asked for. */
  const answered = useScreenState(
    ({ sent }) => sent.findLast(({ command }) => isOnOrder(command) && command.orderId === id)?.key,
  );
  const [asked, setAsked] = useState<Asked>({ order: undefined, isAsking: true });
  // What leaves the kitchen while it is looked at stays before one's eyes until the answer is here.
  if (live && asked.order !== live) setAsked({ order: live, isAsking: false });
  const isAway = isLoaded && live === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when something was done to it
  useEffect(() => {
    if (!isAway) return;
    let isOver = false;
    void client.ask({ method: 'GET', path: `/orders/${encodeURIComponent(id)}` }, orderIn).then((answer) => {
      if (isOver) return;
      setAsked((before) => ({ order: answer.kind === 'ok' ? answer.value : before.order, isAsking: false }));
    });
    return () => {
      isOver = true;
    };
  }, [client, id, isAway, answered]);
  return live ? { order: live, isAsking: false } : asked;
}
