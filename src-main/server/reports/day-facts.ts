import type { OrderFacts, ShareFacts } from '#shared/domain/service-facts.ts';
import { type Column, packColumns, readColumns } from './columns.ts';

/** What the numbers of a day stand for: each name is said once. */
export type DayNames = {
  readonly types: readonly string[];
  readonly stations: readonly string[];
  readonly items: readonly string[];
};

/** One business day as it is kept: names as JSON, all else as columns of whole numbers. */
export type PackedDay = { readonly names: string; readonly orders: Uint8Array; readonly shares: Uint8Array };

/** -1 stands for "none". Times in seconds, targets in minutes, types by their place among the names. */
export type OrderColumns = Record<(typeof orderColumns)[number], Column> & { readonly rows: number };
// biome-ignore format: one line to read
const orderColumns = ['type', 'hour', 'ticketS', 'target', 'pastPromise', 'cancelled', 'portions', 'voided', 'recooked'] as const;

/** One dish at one station; `order` is the place of its order among those of the day. */
export type ShareColumns = Record<(typeof shareColumns)[number], Column> & { readonly rows: number };
const shareColumns = ['order', 'station', 'item', 'quantity', 'prepS', 'waitS', 'target', 'hour'] as const;

/** Take each part once: it is read anew each time. */
export type DayFacts = {
  readonly names: DayNames;
  readonly orders: OrderColumns;
  readonly shares: ShareColumns;
};

const itemAt = shareColumns.indexOf('item');
const none = -1;

/** Packs what the orders of a day say. */
export function packDay(orders: readonly OrderFacts[]): PackedDay {
  const [types, stations, items] = [createNames(), createNames(), createNames()];
  const orderRows = orders.map((order) => packOrder(order, types));
  const shareRows = orders.flatMap(({ shares }, at) => shares.map((share) => packShare(share, at, stations, items)));
  // Those of one dish together: its times are then added in one place of the memory.
  shareRows.sort((a, b) => (a[itemAt] ?? 0) - (b[itemAt] ?? 0));
  return {
    orders: packColumns(turned(orderRows, orderColumns.length)),
    shares: packColumns(turned(shareRows, shareColumns.length)),
    names: JSON.stringify({ types: types.all, stations: stations.all, items: items.all } satisfies DayNames),
  };
}

/** Each part is read when somebody wants it; not every report wants the orders. */
export const readDay = ({ names, orders, shares }: PackedDay): DayFacts => ({
  get names() {
    return JSON.parse(names) as DayNames;
  },
  get orders() {
    return named(orders, orderColumns) as OrderColumns;
  },
  get shares() {
    return named(shares, shareColumns) as ShareColumns;
  },
});

function named(packed: Uint8Array, names: readonly string[]) {
  const columns = readColumns(packed, names.length);
  return {
    ...Object.fromEntries(names.map((name, at) => [name, columns[at]])),
    rows: columns[0]?.length ?? 0,
  };
}

const packOrder = (order: OrderFacts, types: Names) => [
  types.place(order.type),
  order.hour,
  seconds(order.ticketMs),
  order.target ?? none,
  order.isPastPromise === null ? none : Number(order.isPastPromise),
  Number(order.isCancelled),
  order.portions,
  order.voided,
  order.recooked,
];

const packShare = (share: ShareFacts, order: number, stations: Names, items: Names) => [
  order,
  stations.place(share.station),
  items.place(share.item),
  share.quantity,
  seconds(share.prepMs),
  seconds(share.waitMs),
  share.target ?? none,
  share.hour,
];

const seconds = (ms: number | null) => (ms === null ? none : Math.round(ms / 1000));

/** Rows to columns. */
const turned = (rows: readonly (readonly number[])[], columns: number) =>
  Array.from({ length: columns }, (_, column) => rows.map((row) => row[column] ?? none));

type Names = { readonly all: string[]; place(name: string): number };

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
