import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { createHistoryApi, type OrderPage } from './history-api.ts';

/** `missing`: the kitchen did not answer; what came before stays in sight. */
export type FoundOrders = {
  readonly phase: 'asking' | 'here' | 'missing';
  readonly orders: readonly Order[];
  /** The next page, when there is one. */
  readonly more: (() => void) | undefined;
  readonly again: () => void;
};

type Got = Pick<FoundOrders, 'phase' | 'orders'> & {
  /** What was asked: rows of another search answer nothing. */
  readonly of: string;
  readonly nextCursor: string | null;
};

const nothingYet = { phase: 'asking', orders: [], nextCursor: null } as const;
/** Nobody types faster words than this, and nobody waits for it. */
const typingMs = 250;

/** Orders of any day, as they were when they were asked for: rows that came by themselves would slide under a finger. */
export function useFoundOrders(search: string, day: string): FoundOrders {
  const { client } = useScreen();
  const api = useMemo(() => createHistoryApi(client.ask), [client]);
  const question = JSON.stringify([search.trim(), day]);
  const [last, setLast] = useState<Got>({ of: question, ...nothingYet });
  const got = last.of === question ? last : { of: question, ...nothingYet };
  const [asked, setAsked] = useState(0);
  const underWay = useRef<AbortController>(undefined);
  const isLive = useScreenState(({ link }) => link.phase === 'live');

  const ask = useCallback(
    async (cursor: string | null) => {
      underWay.current?.abort();
      const abort = new AbortController();
      underWay.current = abort;
      const answer = await api.find({ search, day, cursor }, abort.signal);
      if (abort.signal.aborted) return;
      const page = answer.kind === 'ok' ? answer.value : undefined;
      setLast((before) => taken(before.of === question ? before : { of: question, ...nothingYet }, page, cursor));
    },
    [api, search, day, question],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when somebody wants it, and with a new link
  useEffect(() => {
    const waiting = setTimeout(() => void ask(null), search === '' ? 0 : typingMs);
    return () => {
      clearTimeout(waiting);
      underWay.current?.abort();
    };
  }, [ask, asked, isLive, search]);

  const { nextCursor } = got;
  const more = nextCursor === null ? undefined : () => void ask(nextCursor);
  return { phase: got.phase, orders: got.orders, more, again: () => setAsked((count) => count + 1) };
}

function taken(before: Got, page: OrderPage | undefined, cursor: string | null): Got {
  if (!page) return { ...before, phase: 'missing' };
  const kept = cursor === null ? [] : before.orders;
  const known = new Set<string>(kept.map(({ id }) => id));
  const fresh = page.orders.filter(({ id }) => !known.has(id));
  return { ...before, phase: 'here', orders: [...kept, ...fresh], nextCursor: page.nextCursor };
}
