import { lineId, selfOrderId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { type SelfOrder, type SelfOrderItem, selfOrderKeptMs } from '#shared/domain/self-order.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SelfOrderIn } from '#shared/protocol/self-order-requests.ts';
import { toWireSelfOrder } from '#shared/protocol/wire-self-order.ts';
import type { Caller, IdSource, OrderStore } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { makeLines } from './make-lines.ts';
import { type Answer, type Made, type RequestMark, submissionOf } from './submission.ts';

/** Where what guests ask for at their table is handed in, looked at and answered ([SLF1]). Taking it is the order desk's. */
export interface SelfOrderDesk {
  place(caller: Caller, table: string, input: SelfOrderIn, mark: RequestMark): Promise<Answer>;
  close(caller: Caller, id: string, end: SelfOrderEnd, mark: RequestMark): Promise<Answer>;
  /** Throws `self_order_not_found`. */
  one(caller: Caller, id: string): SelfOrder;
}

export type SelfOrderEnd = { readonly to: 'refused' | 'withdrawn'; readonly reason: string | null };

export type SelfOrderDeskDeps = { readonly queue: CommitQueue; readonly store: OrderStore; readonly ids: IdSource };

export function createSelfOrderDesk({ queue, store, ids }: SelfOrderDeskDeps): SelfOrderDesk {
  function one(caller: Caller, id: string, from = store): SelfOrder {
    const known = from.selfOrder(caller.restaurantId, selfOrderId(id));
    if (!known) throw new AppError('self_order_not_found');
    return known;
  }

  function draft(from: OrderStore, caller: Caller, table: string, input: SelfOrderIn, nowMs: number): Made {
    const restaurant = from.restaurant(caller.restaurantId);
    if (!restaurant) throw new AppError('not_allowed');
    const idOf = (index: number) => lineId(ids.derived(input.id, String(index)));
    const lines = makeLines(from, { items: input.items, caller, restaurant, addition: 0, idOf }, nowMs);
    if ('refused' in lines) return lines;
    const made: SelfOrder = {
      id: selfOrderId(input.id),
      restaurantId: restaurant.id,
      version: 1,
      table,
      items: lines.flatMap(itemOf),
      currency: restaurant.currency,
      state: 'waiting',
      orderId: null,
      reason: null,
      placedAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    return { command: { kind: 'self-order.place', draft: made } };
  }

  return {
    one: (caller, id) => one(caller, id),
    place: (caller, table, input, mark) => {
      const current = (from: OrderStore) => toWireSelfOrder(one(caller, input.id, from));
      const make = (from: OrderStore, nowMs: number): Made => {
        const known = from.selfOrder(caller.restaurantId, selfOrderId(input.id));
        // Sent again: whatever the menu says by now, it is there.
        if (known) return { command: { kind: 'self-order.place', draft: { ...known, table } } };
        return draft(from, caller, table, input, nowMs);
      };
      return queue.submit(submissionOf(caller, mark, { successStatus: 201, make, current }));
    },
    close: (caller, id, { to, reason }, mark) => {
      const current = (from: OrderStore) => toWireSelfOrder(one(caller, id, from));
      const { restaurantId } = caller;
      const make = (): Made => ({
        command: { kind: 'self-order.close', restaurantId, id: selfOrderId(id), to, reason },
      });
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make, current }));
    },
  };
}

function itemOf({ productId, name, quantity, unitPrice, modifiers, notes }: Line): SelfOrderItem[] {
  return productId === null ? [] : [{ productId, name, quantity, unitPrice, modifiers, notes }];
}

/** Those that nobody has answered in time ([SLF3]). */
export const expiredSelfOrders = (
  store: Pick<OrderStore, 'waitingSelfOrders'>,
  restaurantId: SelfOrder['restaurantId'],
  nowMs: number,
) => store.waitingSelfOrders(restaurantId).filter(({ placedAtMs }) => nowMs - placedAtMs >= selfOrderKeptMs);
