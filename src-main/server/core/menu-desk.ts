import type { MenuCommand } from '#shared/domain/command.ts';
import { productId } from '#shared/domain/id.ts';
import type { OutUntil } from '#shared/domain/product.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ProductChangeIn, ProductIn } from '#shared/protocol/product-requests.ts';
import { toWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import type { Caller, IdSource, OrderStore, Restaurant } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { type MadeOr, makeProduct, makeProductChange } from './make-product.ts';
import type { Created } from './order-desk.ts';
import { type Answer, type Made, type RequestMark, refusedFields, submissionOf } from './submission.ts';

/** Where every door hands in what people want done with the menu. */
export interface MenuDesk {
  create(caller: Caller, input: ProductIn, mark: RequestMark): Promise<Created>;
  change(caller: Caller, id: string, input: ProductChangeIn, mark: RequestMark): Promise<Answer>;
  remove(caller: Caller, id: string, mark: RequestMark): Promise<Answer>;
  /** 86, and back ([MEN4]). */
  setAvailability(caller: Caller, id: string, wish: Availability, mark: RequestMark): Promise<Answer>;
  /** So many are there; null: nobody counts any more ([STK1]). */
  countStock(caller: Caller, id: string, quantity: number | null, mark: RequestMark): Promise<Answer>;
  /** `undefined` for an item that the menu does not have. */
  item(caller: Caller, id: string): WireProduct | undefined;
}

export type Availability = { readonly available: boolean; readonly until: OutUntil };

export type MenuDeskDeps = { readonly queue: CommitQueue; readonly store: OrderStore; readonly ids: IdSource };

export function createMenuDesk({ queue, store, ids }: MenuDeskDeps): MenuDesk {
  const item = (caller: Caller, id: string, from = store) => {
    const found = from.product(caller.restaurantId, productId(id));
    return found && toWireProduct(found);
  };

  function submit(caller: Caller, id: string, mark: RequestMark, make: (restaurant: Restaurant) => Made) {
    return queue.submit(
      submissionOf(caller, mark, {
        successStatus: 200,
        make: (from) => make(restaurantOf(from, caller)),
        current: (from) => item(caller, id, from),
      }),
    );
  }

  const command = (caller: Caller, id: string, mark: RequestMark, wanted: MenuCommand) =>
    submit(caller, id, mark, () => ({ command: wanted }));
  const on = ({ restaurantId }: Caller, id: string, { ifVersion }: RequestMark) => ({
    restaurantId,
    productId: productId(id),
    ...(ifVersion === undefined ? {} : { ifVersion }),
  });

  return {
    item,
    create: async (caller, input, mark) => {
      const { idempotency } = mark;
      const id = idempotency ? ids.derived(caller.restaurantId, caller.subject, idempotency.key) : ids.random();
      const answer = await queue.submit(
        submissionOf(caller, mark, {
          successStatus: 201,
          make: (from, nowMs) =>
            asMade(makeProduct(id, input, restaurantOf(from, caller), nowMs), ({ product }) => ({
              kind: 'product.create',
              draft: product,
            })),
          current: (from) => item(caller, id, from),
        }),
      );
      return { ...answer, id };
    },
    change: (caller, id, input, mark) =>
      submit(caller, id, mark, (restaurant) =>
        asMade(makeProductChange(input, restaurant), ({ change }) => ({
          kind: 'product.change',
          ...on(caller, id, mark),
          change,
        })),
      ),
    remove: (caller, id, mark) => command(caller, id, mark, { kind: 'product.remove', ...on(caller, id, mark) }),
    setAvailability: (caller, id, wish, mark) =>
      command(caller, id, mark, { kind: 'product.set-availability', ...on(caller, id, mark), ...wish }),
    countStock: (caller, id, quantity, mark) =>
      command(caller, id, mark, { kind: 'product.count-stock', ...on(caller, id, mark), quantity }),
  };
}

/** Whose menu it is. */
export function restaurantOf(store: OrderStore, { restaurantId }: Caller): Restaurant {
  const restaurant = store.restaurant(restaurantId);
  if (!restaurant) throw new AppError('not_allowed');
  return restaurant;
}

const asMade = <Value extends object>(made: MadeOr<Value>, command: (value: Value) => MenuCommand): Made =>
  'errors' in made ? refusedFields(made.errors) : { command: command(made) };
