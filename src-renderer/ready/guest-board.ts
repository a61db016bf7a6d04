import type { WireReady, WireReadyEvent } from '#shared/protocol/wire-ready.ts';

/** Orders by the id of this stream; replaced, never changed in place. */
export type GuestOrders = ReadonlyMap<string, WireReady>;

export const ordersOf = (entries: readonly WireReady[]): GuestOrders => new Map(entries.map((one) => [one.id, one]));

export function ordersAfter(orders: GuestOrders, events: readonly Pick<WireReadyEvent, 'ready'>[]): GuestOrders {
  const next = new Map(orders);
  for (const { ready } of events) {
    if (ready?.state === 'gone') next.delete(ready.id);
    else if (ready) next.set(ready.id, ready);
  }
  return next;
}

/** One number as guests see it. */
export type CalledOrder = {
  readonly id: string;
  readonly number: string;
  /** Ready since a moment ago: whoever waits for it may not have seen it yet. */
  readonly isNews: boolean;
};

export type GuestColumns = { readonly preparing: readonly CalledOrder[]; readonly ready: readonly CalledOrder[] };

const newsMs = 60_000;
/** What nobody has fetched by then will not be fetched; it would only be in the way ([RDY5]). */
const longestMs = 12 * 3600_000;

/** Who waits longest stands first under *preparing*; under *ready* it is the newest ([RDY5]). `nowMs`: the server's. */
export function columnsOf(orders: GuestOrders, nowMs: number): GuestColumns {
  const called = [...orders.values()]
    .map((order) => ({ ...order, ageMs: nowMs - Date.parse(order.since) }))
    .filter(({ ageMs }) => ageMs > -graceMs && ageMs < longestMs)
    .sort((a, b) => b.ageMs - a.ageMs || a.number.localeCompare(b.number, 'en', { numeric: true }));
  const inState = (wanted: WireReady['state']) =>
    called
      .filter(({ state }) => state === wanted)
      .map(({ id, number, ageMs }) => ({ id, number, isNews: wanted === 'ready' && ageMs < newsMs }));
  return { preparing: inState('preparing'), ready: inState('ready').reverse() };
}

/** This screen's idea of the kitchen's time may be a little behind. */
const graceMs = 5000;

/** How a column is filled: numbers beside and below each other. */
export type Cells = { readonly across: number; readonly down: number };

/** As many as fit without becoming smaller than can be read from afar; never none. */
export const cellsIn = (box: { readonly width: number; readonly height: number }, cell: typeof box): Cells => ({
  across: Math.max(1, Math.floor(box.width / cell.width)),
  down: Math.max(1, Math.floor(box.height / cell.height)),
});

export type GuestPage = {
  readonly shown: readonly CalledOrder[];
  readonly page: number;
  readonly pages: number;
};

/** The page of that turn; turns go round and round ([RDY6]). */
export function pageOf(orders: readonly CalledOrder[], { across, down }: Cells, turn: number): GuestPage {
  const onPage = across * down;
  const pages = Math.max(1, Math.ceil(orders.length / onPage));
  const page = turn % pages;
  return { shown: orders.slice(page * onPage, (page + 1) * onPage), page, pages };
}
