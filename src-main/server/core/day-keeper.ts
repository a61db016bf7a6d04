import type { Logger } from 'pino';
import { agedAt } from '#shared/domain/ageing.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { Command } from '#shared/domain/command.ts';
import type { RestaurantId, SelfOrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import type { Caller, Clock, OrderStore, Restaurant } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { expiredSelfOrders } from './self-order-desk.ts';

export type DayKeeperDeps = {
  readonly queue: CommitQueue;
  readonly store: OrderStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly restaurantId: RestaurantId;
};

/** Somebody may be cooking through the change of day; what was touched in this time is not left over. */
const untouchedMs = 2 * 3600_000;

/**
 * What the kitchen wants done without a hand: puts away what is left over from the day before ([CLR1]), puts back on
 * the menu what was out until tomorrow ([MEN7]), and takes tickets off the boards at their age, if so set ([AUB1]). One
 * turn; call it now and then.
 */
export function keepDay(deps: DayKeeperDeps): Promise<void> {
  const { store, clock, queue, log, restaurantId } = deps;
  const restaurant = store.restaurant(restaurantId);
  if (!restaurant) return Promise.resolve();
  const nowMs = clock.nowMs();
  const wanted = [
    ...store
      .openOrders(restaurantId)
      .flatMap((order) => [...clearing(store, restaurant, order, nowMs), ...ageing(store, restaurantId, order, nowMs)]),
    ...expiredSelfOrders(store, restaurantId, nowMs).map(({ id }) => expiring(restaurantId, id)),
    ...store.products(restaurantId).flatMap((product) => returning(restaurant, product, nowMs)),
  ];
  const done = wanted.map((command) =>
    queue
      .submit(submissionOf(restaurantId, command))
      .catch((error) =>
        log.warn({ err: error }, 'what a new day asks for could not be done; the next turn tries again'),
      ),
  );
  return Promise.all(done).then(() => undefined);
}

function clearing(store: OrderStore, restaurant: Restaurant, order: Order, nowMs: number): Command[] {
  if (!store.settings(restaurant.id).nightlyClear) return [];
  const isOfToday = order.businessDay >= businessDay(nowMs, restaurant);
  if (isOfToday || nowMs - lastAtMs(order) < untouchedMs) return [];
  return [{ kind: 'order.clear', restaurantId: restaurant.id, orderId: order.id, ifVersion: order.version }];
}

const expiring = (restaurantId: RestaurantId, id: SelfOrderId): Command => ({
  kind: 'self-order.close',
  restaurantId,
  id,
  to: 'expired',
  reason: null,
});

/** Out until tomorrow, which has come. */
function returning(restaurant: Restaurant, { id, out }: Product, nowMs: number): Command[] {
  if (out?.until !== 'tomorrow' || businessDay(out.sinceMs, restaurant) >= businessDay(nowMs, restaurant)) return [];
  return [{ kind: 'product.set-availability', restaurantId: restaurant.id, productId: id, available: true }];
}

/** Since when nothing has happened to it: the last touch, or the time it was to be begun or is promised for. */
const lastAtMs = ({ updatedAtMs, promisedAtMs, lines }: Order) =>
  Math.max(updatedAtMs, promisedAtMs ?? 0, ...lines.map(({ startsAtMs }) => startsAtMs ?? 0));

/**
 * Dishes that are that old at their station; fresh ones beside them stay. Nothing leaves the pass by itself: food is
 * handed over by people. What somebody has to look at stays ([AUB1]); with what allergens bar, the kitchen would refuse
 * the whole bump ([ALG2]).
 */
function ageing(store: OrderStore, restaurantId: RestaurantId, order: Order, nowMs: number): Command[] {
  const settings = store.settings(restaurantId);
  const { autoBumpMinutes } = settings;
  if (autoBumpMinutes === null) return [];
  const stations = store.stations(restaurantId);
  const oldMs = nowMs - autoBumpMinutes * 60_000;
  return stations.list
    .filter(({ kind }) => kind === 'prep')
    .flatMap(({ id }): Command[] => {
      const aged = agedAt(order, viewpointOf(stations, id), settings, { nowMs, oldMs });
      const on = { restaurantId, orderId: order.id, station: id };
      return aged ? [{ kind: 'order.bump', ...on, ...aged, by: null, byAge: true }] : [];
    });
}

/** Nobody's: it is done in the kitchen's own name, and nobody waits for the answer. */
function submissionOf(restaurantId: RestaurantId, command: Command) {
  const caller: Caller = {
    restaurantId,
    userId: 'kitchen',
    subject: 'kitchen',
    role: 'manager',
    displayName: '',
    jti: '',
  };
  const make = () => ({ command });
  return { caller, idempotency: undefined, madeAtMs: null, successStatus: 200, make, current: () => null } as const;
}
