import type { Order } from '#shared/domain/order.ts';
import type { WireHappening } from '#shared/protocol/wire-history.ts';
import { orderIn, ordersIn } from '../../floor/ticket/wire-orders.ts';
import type { Ask } from '../../link/ask.ts';

export type OrderQuestion = {
  readonly search: string;
  /** `2026-11-21`; empty for any day. */
  readonly day: string;
  readonly cursor: string | null;
};

/** Newest first. A search may give few, or none, and go on in the next page all the same ([LST3]). */
export type OrderPage = { readonly orders: readonly Order[]; readonly nextCursor: string | null };

const pageSize = 30;

/** What a manager asks of the orders of any day. */
export function createHistoryApi(ask: Ask) {
  return {
    find: ({ search, day, cursor }: OrderQuestion, abort: AbortSignal) => {
      const query = new URLSearchParams({
        sort: '-created_at',
        ...(search.trim() ? { q: search.trim() } : {}),
        ...(day ? { day } : {}),
        ...(cursor ? { cursor } : {}),
        limit: String(pageSize),
      });
      return ask({ method: 'GET', path: `/orders?${query}`, abort }, pageIn);
    },
    order: (id: string) => ask({ method: 'GET', path: `/orders/${encodeURIComponent(id)}` }, orderIn),
    past: (id: string) => ask({ method: 'GET', path: `/orders/${encodeURIComponent(id)}/history` }, happeningsIn),
  };
}

function pageIn(body: unknown): OrderPage | undefined {
  const orders = ordersIn(body);
  const cursor = typeof body === 'object' && body !== null && 'next_cursor' in body ? body.next_cursor : null;
  return orders && { orders, nextCursor: typeof cursor === 'string' ? cursor : null };
}

/** Of what can be read: a page may be newer than its server for a moment. */
function happeningsIn(body: unknown): readonly WireHappening[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return (body.items as WireHappening[]).filter(({ deeds }) => Array.isArray(deeds));
}
