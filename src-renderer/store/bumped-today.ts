import type { StationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { judge } from '../link/answer.ts';
import type { SendHttp } from '../link/http.ts';

export type BumpedQuestion = {
  /** Null for what was handed over. */
  readonly station: StationId | null;
  readonly search: string;
  /** Of the page before; null for the first. */
  readonly cursor: string | null;
};

/** `by`: as they are called in the kitchen; null for a machine. */
export type BumpedTicket = { readonly order: Order; readonly by: string | null };

/** Last bumped first. */
export type BumpedPage = { readonly tickets: readonly BumpedTicket[]; readonly nextCursor: string | null };

/** Asks the kitchen; `undefined` when it does not answer, or not in a way that can be read. Never throws. */
export type BumpedToday = (question: BumpedQuestion, abort?: AbortSignal) => Promise<BumpedPage | undefined>;

const pageSize = 30;

export function createBumpedToday(http: SendHttp, onSignedOut: () => void): BumpedToday {
  return async ({ station, search, cursor }, abort) => {
    const query = new URLSearchParams({
      ...(station ? { station } : {}),
      ...(search.trim() ? { q: search.trim() } : {}),
      ...(cursor ? { cursor } : {}),
      limit: String(pageSize),
    });
    const request = { method: 'GET', path: `/orders/bumped?${query}`, ...(abort ? { abort } : {}) } as const;
    const verdict = judge(await http(request));
    if (verdict.kind === 'signed-out') onSignedOut();
    return verdict.kind === 'done' ? pageIn(verdict.body) : undefined;
  };
}

type Wire = WireOrder & { readonly bumped_by: string | null };

function pageIn(body: unknown): BumpedPage | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  const cursor = 'next_cursor' in body ? body.next_cursor : null;
  return {
    tickets: (body.items as Wire[]).map((item) => ({ order: fromWireOrder(item), by: item.bumped_by })),
    nextCursor: typeof cursor === 'string' ? cursor : null,
  };
}
