import type { OrderFacts, ShareFacts } from '#shared/domain/service-facts.ts';

/** All that a report needs of one business day, as it is kept: columns of whole numbers, names said once. */
export type DayFacts = {
  readonly types: readonly string[];
  readonly stations: readonly string[];
  readonly items: readonly string[];
  /** Nine numbers to each order, in the order of `OrderRow`. */
  readonly orders: readonly number[];
  /** Seven to each share, in the order of `ShareRow`. */
  readonly shares: readonly number[];
};

/** -1 stands for "none". Times in seconds, targets in minutes. */
export type OrderRow = {
  readonly type: string;
  readonly hour: number;
  readonly ticketS: number;
  readonly target: number;
  /** 1 past its promise, 0 in time for it. */
  readonly pastPromise: number;
  readonly isCancelled: boolean;
  readonly portions: number;
  readonly voided: number;
  readonly recooked: number;
};

export type ShareRow = {
  readonly station: string;
  readonly item: string;
  readonly quantity: number;
  readonly prepS: number;
  readonly waitS: number;
  readonly target: number;
  readonly hour: number;
};

const orderWidth = 9;
const shareWidth = 7;
const none = -1;

/** Packs what the orders of a day say. */
export function packDay(orders: readonly OrderFacts[]): DayFacts {
  const [types, stations, items] = [createNames(), createNames(), createNames()];
  return {
    orders: orders.flatMap((order) => [
      types.place(order.type),
      order.hour,
      seconds(order.ticketMs),
      order.target ?? none,
      order.isPastPromise === null ? none : Number(order.isPastPromise),
      Number(order.isCancelled),
      order.portions,
      order.voided,
      order.recooked,
    ]),
    shares: orders.flatMap(({ shares }) => shares.flatMap((share) => packShare(share, stations, items))),
    types: types.all,
    stations: stations.all,
    items: items.all,
  };
}

type Names = { readonly all: string[]; place(name: string): number };

const packShare = (share: ShareFacts, stations: Names, items: Names) => [
  stations.place(share.station),
  items.place(share.item),
  share.quantity,
  seconds(share.prepMs),
  seconds(share.waitMs),
  share.target ?? none,
  share.hour,
];

const seconds = (ms: number | null) => (ms === null ? none : Math.round(ms / 1000));

function createNames(): Names {
  const places = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    place: (name) => {
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, all.length);
      return all.push(name) - 1;
    },
  };
}

export function* ordersIn({ types, orders }: DayFacts): Generator<OrderRow> {
  for (let at = 0; at < orders.length; at += orderWidth) {
    const column = (offset: number) => orders[at + offset] ?? none;
    yield {
      type: types[column(0)] ?? '',
      hour: column(1),
      ticketS: column(2),
      target: column(3),
      pastPromise: column(4),
      isCancelled: column(5) === 1,
      portions: column(6),
      voided: column(7),
      recooked: column(8),
    };
  }
}

export function* sharesIn({ stations, items, shares }: DayFacts): Generator<ShareRow> {
  for (let at = 0; at < shares.length; at += shareWidth) {
    const column = (offset: number) => shares[at + offset] ?? none;
    yield {
      station: stations[column(0)] ?? '',
      item: items[column(1)] ?? '',
      quantity: column(2),
      prepS: column(3),
      waitS: column(4),
      target: column(5),
      hour: column(6),
    };
  }
}
