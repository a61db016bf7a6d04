import type { OrderId, RestaurantId, StationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { halfId } from '../core/id-source.ts';
import type { IdSource, OrderStore } from '../ports.ts';
import type { PrintStore } from './ports.ts';

/** What slips have told a station of the dishes of an order, also while those were in another one ([GRO1], [PRT7]). */
export interface ToldNews {
  of(order: Order, station: StationId): ReadonlySet<string>;
}

export type ToldNewsDeps = {
  readonly prints: Pick<PrintStore, 'told'>;
  readonly store: Pick<OrderStore, 'order' | 'orderEventAt'>;
  readonly ids: Pick<IdSource, 'derived'>;
};

export function createToldNews({ prints, store, ids }: ToldNewsDeps): ToldNews {
  /** The order and those that its dishes have been in, the earlier ones first. */
  function familyOf(order: Order): readonly Order[] {
    const family = new Map<OrderId, Order>([[order.id, order]]);
    for (const { restaurantId, splitFrom, mergedInto, lines } of family.values())
      for (const id of [splitFrom, mergedInto, ...lines.map(({ mergedFrom }) => mergedFrom)]) {
        const relative = id && !family.has(id) && store.order(restaurantId, id);
        if (relative) family.set(relative.id, relative);
      }
    return [...family.values()].toReversed();
  }

  /** Of a dish that was divided when this order was split off, what was told before holds for both halves. */
  function ofHalves({ id, restaurantId, splitFrom }: Order, keys: ReadonlySet<string>): readonly string[] {
    if (splitFrom === null) return [];
    const born = new Map(linesAtFirst(restaurantId, id).map((line) => [line.id, line]));
    return [...keys].flatMap((key) => {
      const [kind, line = '', count = ''] = key.split(':');
      const half = born.get(halfId(ids, id, line));
      if (!half || kind === 'void' || (kind === 'new' && Number(count) > turnsOf(half))) return [];
      return [`${kind}:${half.id}:${count}`];
    });
  }

  const linesAtFirst = (restaurantId: RestaurantId, id: OrderId): readonly Line[] =>
    store.orderEventAt(restaurantId, id, 1)?.order.lines ?? [];

  return {
    of: (order, station) => {
      const family = familyOf(order);
      const keys = new Set(family.flatMap(({ id }) => [...prints.told(id, station)]));
      for (const one of family) for (const key of ofHalves(one, keys)) keys.add(key);
      return keys;
    },
  };
}

const turnsOf = ({ progress }: Line) => progress.reduce((turns, { turn }) => turns + turn, 0);
