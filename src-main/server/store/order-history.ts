import type { Database } from 'better-sqlite3';
import type { Deed } from '#shared/domain/deed.ts';
import { orderId as asOrder } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { orderDeeds } from '#shared/domain/order-deeds.ts';
import type { WireDeed, WireHappening, WireHistory } from '#shared/protocol/wire-history.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { whoOf } from './history-who.ts';

type Row = {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly actor: string;
  readonly person: string | null;
  readonly device: string | null;
  readonly program: string | null;
  readonly body: string;
};

type EventBody = { readonly timestamp: string; readonly data: WireHappening['data']; readonly order?: WireOrder };

/** More than any order lives through; a program that changes one without end must not fill the memory. */
const mostEvents = 2000;
/** For the same reason: an order of 200 dishes that is bumped and recalled all day. Beyond, only who and when are told. */
const mostDishes = 50_000;

const rowsOf = `
SELECT events.seq, events.type, events.version, events.actor, events.body,
       users.display_name AS person, devices.name AS device, api_keys.name AS program
FROM events
LEFT JOIN users ON events.actor = 'user:' || users.id
LEFT JOIN devices ON events.actor = 'device:' || devices.id
LEFT JOIN api_keys ON events.actor = 'key:' || api_keys.id
WHERE events.entity_id = ? AND events.restaurant_id = ? ORDER BY events.version LIMIT ?`;

/** What happened to an order, by whom and when, out of the log ([RCL3], [STE5]). */
export function historyOf(db: Database, restaurantId: string, orderId: string): string {
  const numbers = numbersIn(db, restaurantId);
  const items: WireHappening[] = [];
  let before: Order | undefined;
  let left = mostDishes;
  const rows = db.prepare(rowsOf).iterate(orderId, restaurantId, mostEvents) as IterableIterator<Row>;
  for (const row of rows) {
    const body = JSON.parse(row.body) as EventBody;
    const after = orderIn(body);
    const deeds = after && left > 0 ? deedsBetween(before, after, row.version, body) : [];
    left -= deeds.reduce((sum, deed) => sum + ('dishes' in deed ? deed.dishes.length : 1), 0);
    items.push(itemOf(row, body, deeds.map(numbered(numbers))));
    before = after;
  }
  return JSON.stringify({ items, next_cursor: null } satisfies WireHistory);
}

/** Before schema 3 the log had only half of an order. */
const orderIn = ({ order }: EventBody): Order | undefined =>
  order?.cleared_at === undefined ? undefined : fromWireOrder(order);

function deedsBetween(before: Order | undefined, after: Order, version: number, { data }: EventBody): readonly Deed[] {
  if (!before && version > 1) return [];
  const { split_into: into } = data;
  return orderDeeds(before, after, typeof into === 'string' ? asOrder(into) : null);
}

/** What another order is called, which people know and its id not. */
function numbersIn(db: Database, restaurantId: string): (id: string) => string | null {
  const find = db.prepare('SELECT number FROM orders WHERE id = ? AND restaurant_id = ?');
  return (id) => (find.get(id, restaurantId) as { number: string } | undefined)?.number ?? null;
}

const numbered =
  (numberOf: (id: string) => string | null) =>
  (deed: Deed): WireDeed =>
    'order' in deed && deed.order !== null ? { ...deed, number: numberOf(deed.order) } : deed;

const itemOf = (row: Row, { timestamp, data }: EventBody, deeds: readonly WireDeed[]): WireHappening => ({
  seq: row.seq,
  type: row.type,
  version: row.version,
  at: timestamp,
  by: row.person,
  actor: row.actor,
  who: whoOf(row),
  data,
  deeds,
});
