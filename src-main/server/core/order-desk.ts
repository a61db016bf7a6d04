import type { LineCommand, OrderCommand, WholeCommand, WorkCommand } from '#shared/domain/command.ts';
import { type OrderId, orderId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ItemPatchIn, ItemsIn, OrderIn, SplitIn } from '#shared/protocol/order-requests.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import type { UndoIn } from '#shared/protocol/work-requests.ts';
import type { Caller, IdSource, OrderStore } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { makeAddition, makeLineChange, makeSplit } from './make-change.ts';
import { makeOrder, type OrderMaking } from './make-order.ts';
import { makeUndo } from './make-undo.ts';
import { type Answer, type Made, type RequestMark, type Submission, submissionOf } from './submission.ts';

/** An answer about something new, and its id. */
export type Created = Answer & { readonly id: string };

/** Where every door hands in what people want done with orders, and asks for one. */
export interface OrderDesk {
  place(caller: Caller, input: OrderIn, mark: RequestMark): Promise<Created>;
  addItems(caller: Caller, id: string, input: ItemsIn, mark: RequestMark): Promise<Answer>;
  changeItem(caller: Caller, at: ItemPlace, input: ItemPatchIn, mark: RequestMark): Promise<Answer>;
  split(caller: Caller, id: string, input: SplitIn, mark: RequestMark): Promise<Created>;
  undo(caller: Caller, id: string, input: UndoIn, mark: RequestMark): Promise<Answer>;
  /** Any other command on an order that exists. */
  change(caller: Caller, command: OrderChange, mark: RequestMark): Promise<Answer>;
  /** Throws `order_not_found`, also for another restaurant's order. */
  order(caller: Caller, id: string): WireOrder;
}

export type ItemPlace = { readonly orderId: string; readonly lineId: string };

type Ready =
  | WorkCommand
  | Exclude<LineCommand, { readonly lines: unknown } | { readonly change: unknown }>
  | Exclude<WholeCommand, { readonly before: unknown }>
  | Extract<OrderCommand, { readonly kind: 'order.merge' }>;
/** The command without what the desk adds. */
export type OrderChange = Ready extends infer Each
  ? Each extends Ready
    ? Omit<Each, 'restaurantId' | 'ifVersion'>
    : never
  : never;

export type OrderDeskDeps = {
  readonly queue: CommitQueue;
  readonly store: OrderStore;
  readonly ids: IdSource;
  readonly terminal: string;
};

export function createOrderDesk({ queue, store, ids, terminal }: OrderDeskDeps): OrderDesk {
  /** [ID1]: a repeated command is the same order, also at another terminal; without a key nothing can be repeated. */
  const seedOf = (caller: Caller, { idempotency }: RequestMark) =>
    idempotency ? ids.derived(caller.restaurantId, caller.subject, idempotency.key) : ids.random();

  function making(caller: Caller, id: OrderId): OrderMaking {
    const restaurant = store.restaurant(caller.restaurantId);
    if (!restaurant) throw new AppError('not_allowed');
    return { id, caller, restaurant, terminal, ids };
  }

  /** Only what is there can be at a version. */
  function refuseVersion({ ifVersion }: RequestMark): void {
    if (ifVersion !== undefined) throw new AppError('version_mismatch', 'A new order has no version to match.');
  }

  function submit(caller: Caller, mark: RequestMark, id: OrderId, make: Submission['make'], status: 200 | 201 = 200) {
    const current = (from: OrderStore) => wireOrder(from, caller, id);
    return queue.submit(submissionOf(caller, mark, { successStatus: status, make, current }));
  }

  return {
    place: async (caller, input, mark) => {
      if (input.restaurant_id && input.restaurant_id !== caller.restaurantId) throw new AppError('not_allowed');
      refuseVersion(mark);
      const id = orderId(seedOf(caller, mark));
      const make: Submission['make'] = (from, nowMs) => {
        const taken = from.order(caller.restaurantId, id);
        // Whatever has become of the menu since: `decide` says that the order exists.
        if (taken) return { command: { kind: 'order.place', draft: taken } };
        return makeOrder(from, making(caller, id), input, nowMs);
      };
      return { ...(await submit(caller, mark, id, make, 201)), id };
    },
    addItems: (caller, id, input, mark) => {
      const seed = seedOf(caller, mark);
      return submit(caller, mark, orderId(id), (from, nowMs) =>
        withVersion(makeAddition(from, making(caller, orderId(id)), input, seed, nowMs), mark),
      );
    },
    changeItem: (caller, at, input, mark) => {
      const { currency } = making(caller, orderId(at.orderId)).restaurant;
      return submit(caller, mark, orderId(at.orderId), (from) =>
        withVersion(makeLineChange({ caller, currency, product: dishOf(from, caller, at) }, at, input), mark),
      );
    },
    split: async (caller, fromId, input, mark) => {
      const id = orderId(seedOf(caller, mark));
      const make: Submission['make'] = (from, nowMs) =>
        withVersion(makeSplit(from, making(caller, id), orderId(fromId), input, nowMs), mark);
      return { ...(await submit(caller, mark, id, make, 201)), id };
    },
    undo: (caller, id, input, mark) =>
      submit(caller, mark, orderId(id), (from) => withVersion(makeUndo(from, caller, orderId(id), input), mark)),
    change: (caller, change, mark) =>
      submit(caller, mark, change.orderId, () =>
        withVersion({ command: { ...change, restaurantId: caller.restaurantId } }, mark),
      ),
    order: (caller, id) => wireOrder(store, caller, orderId(id)),
  };
}

function withVersion(made: Made, { ifVersion }: RequestMark): Made {
  return 'refused' in made || ifVersion === undefined ? made : { command: { ...made.command, ifVersion } as never };
}

function wireOrder(store: OrderStore, caller: Caller, id: OrderId): WireOrder {
  const order = store.order(caller.restaurantId, id);
  if (!order) throw new AppError('order_not_found');
  return toWireOrder(order);
}

/** What the menu says of a line by now; what was removed from it keeps what it offered. */
function dishOf(
  store: OrderStore,
  { restaurantId }: Caller,
  at: { readonly orderId: string; readonly lineId: string },
) {
  const line = store.order(restaurantId, orderId(at.orderId))?.lines.find(({ id }) => id === at.lineId);
  return line?.productId ? store.product(restaurantId, line.productId) : undefined;
}
