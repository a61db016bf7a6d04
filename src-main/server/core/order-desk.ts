import type { Command } from '#shared/domain/command.ts';
import { type OrderId, orderId, productId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { OrderIn } from '#shared/protocol/order-requests.ts';
import type { ProductIn } from '#shared/protocol/product-requests.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import type { Caller, IdSource, OrderStore, Restaurant } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { makeOrder } from './make-order.ts';
import { makeProduct } from './make-product.ts';
import type { Answer, Submission } from './submission.ts';

/** What a door knows of a request beside its content. */
export type RequestMark = {
  readonly idempotency: Submission['idempotency'];
  /** From `If-Match`: only this version may be changed. */
  readonly ifVersion: number | undefined;
  readonly madeAtMs: Submission['madeAtMs'];
};

/** Where every door hands in what people want done, and asks for one order. */
export interface OrderDesk {
  place(caller: Caller, input: OrderIn, mark: RequestMark): Promise<Answer & { readonly id: string }>;
  /** Any command on an order that exists. */
  change(caller: Caller, command: OrderChange, mark: RequestMark): Promise<Answer>;
  createProduct(caller: Caller, input: ProductIn, mark: RequestMark): Promise<Answer & { readonly id: string }>;
  /** Throws `order_not_found`, also for another restaurant's order. */
  order(caller: Caller, id: string): WireOrder;
}

type OnOrder = Exclude<Command, { readonly draft: unknown }>;
/** The command without what the desk adds. */
export type OrderChange = OnOrder extends infer Each
  ? Each extends OnOrder
    ? Omit<Each, 'restaurantId' | 'ifVersion'>
    : never
  : never;

export type OrderDeskDeps = {
  readonly queue: CommitQueue;
  readonly store: OrderStore;
  readonly ids: IdSource;
  readonly terminal: string;
};

export function createOrderDesk(deps: OrderDeskDeps): OrderDesk {
  const { queue, store } = deps;
  return {
    place: async (caller, input, mark) => {
      if (input.restaurant_id && input.restaurant_id !== caller.restaurantId) throw new AppError('not_allowed');
      if (mark.ifVersion !== undefined) throw new AppError('version_mismatch', 'A new order has no version to match.');
      const id = orderId(newId(deps, caller, mark));
      const answer = await queue.submit(placing(deps, caller, input, mark, id));
      return { ...answer, id };
    },
    change: (caller, change, mark) => queue.submit(changing(caller, change, mark)),
    createProduct: async (caller, input, mark) => {
      const id = newId(deps, caller, mark);
      const answer = await queue.submit(creatingProduct(caller, input, mark, id));
      return { ...answer, id };
    },
    order: (caller, id) => wireOrder(store, caller, orderId(id)),
  };
}

/** [ID1]: a repeated command is the same order, also at another terminal; without a key nothing can be repeated. */
function newId({ ids }: OrderDeskDeps, caller: Caller, { idempotency }: RequestMark): string {
  return idempotency ? ids.derived(caller.restaurantId, caller.subject, idempotency.key) : ids.random();
}

function placing(deps: OrderDeskDeps, caller: Caller, input: OrderIn, mark: RequestMark, id: OrderId): Submission {
  const { terminal, ids } = deps;
  return {
    caller,
    idempotency: mark.idempotency,
    madeAtMs: mark.madeAtMs,
    successStatus: 201,
    make: (store, nowMs) => {
      const taken = store.order(caller.restaurantId, id);
      // Whatever has become of the menu since: `decide` says that the order exists.
      if (taken) return { command: { kind: 'order.place', draft: taken } };
      const restaurant = restaurantOf(store, caller);
      return makeOrder(store, { id, input, caller, restaurant, terminal, ids }, nowMs);
    },
    current: (store) => wireOrder(store, caller, id),
  };
}

function changing(caller: Caller, change: OrderChange, mark: RequestMark): Submission {
  const { restaurantId } = caller;
  const version = mark.ifVersion === undefined ? {} : { ifVersion: mark.ifVersion };
  return {
    caller,
    idempotency: mark.idempotency,
    madeAtMs: mark.madeAtMs,
    successStatus: 200,
    make: () => ({ command: { ...change, ...version, restaurantId } }),
    current: (store) => wireOrder(store, caller, change.orderId),
  };
}

function creatingProduct(caller: Caller, input: ProductIn, mark: RequestMark, id: string): Submission {
  return {
    caller,
    idempotency: mark.idempotency,
    madeAtMs: mark.madeAtMs,
    successStatus: 201,
    make: (store, nowMs) => makeProduct(id, input, restaurantOf(store, caller), nowMs),
    current: (store) => {
      const product = store.product(caller.restaurantId, productId(id));
      return product && toWireProduct(product);
    },
  };
}

function restaurantOf(store: OrderStore, caller: Caller): Restaurant {
  const restaurant = store.restaurant(caller.restaurantId);
  if (!restaurant) throw new AppError('not_allowed');
  return restaurant;
}

function wireOrder(store: OrderStore, caller: Caller, id: OrderId): WireOrder {
  const order = store.order(caller.restaurantId, id);
  if (!order) throw new AppError('order_not_found');
  return toWireOrder(order);
}
