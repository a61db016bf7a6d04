import { useEffect, useMemo, useState } from 'react';
import { orderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { WireHappening } from '#shared/protocol/wire-history.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { createHistoryApi } from './history-api.ts';

type Past = { readonly order: Order; readonly happenings: readonly WireHappening[] };

export type OrderPast = {
  /** `gone`: there is no such order. */
  readonly phase: 'asking' | 'here' | 'missing' | 'gone';
  readonly past: Past | undefined;
  readonly again: () => void;
};

type Got = Pick<OrderPast, 'phase' | 'past'> & { readonly of: string };

/** One order and all that happened to it; asked for anew whenever something more happens to it. */
export function useOrderPast(id: string): OrderPast {
  const { client } = useScreen();
  const api = useMemo(() => createHistoryApi(client.ask), [client]);
  const [last, setLast] = useState<Got>({ of: id, phase: 'asking', past: undefined });
  const [asked, setAsked] = useState(0);
  const isLive = useScreenState(({ link }) => link.phase === 'live');
  const version = useScreenState((state) => kitchenOf(state).orders.get(orderId(id))?.version);
  const got: Got = last.of === id ? last : { of: id, phase: 'asking', past: undefined };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when it has changed, when somebody wants it, and with a new link
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const [order, happenings] = await Promise.all([api.order(id), api.past(id)]);
      if (isOver) return;
      if (order.kind === 'ok' && happenings.kind === 'ok') {
        setLast({ of: id, phase: 'here', past: { order: order.value, happenings: happenings.value } });
      } else {
        const isGone = order.kind === 'refused' && unknown.has(order.objection.code);
        setLast((before) => ({
          of: id,
          phase: isGone ? 'gone' : 'missing',
          past: before.of === id ? before.past : undefined,
        }));
      }
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [api, id, asked, isLive, version]);

  return { phase: got.phase, past: got.past, again: () => setAsked((count) => count + 1) };
}

/** Also an address that is no order's at all. */
const unknown: ReadonlySet<string> = new Set(['order_not_found', 'invalid']);
