import type { Database } from 'better-sqlite3';
import type { Order } from '#shared/domain/order.ts';
import { isFoundBy } from '#shared/domain/order-search.ts';
import type { Product } from '#shared/domain/product.ts';
import type { OrderListQuery } from '#shared/protocol/list-requests.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';

/** Lists run in the reader's thread; they give JSON text, so that the server's thread neither parses nor encodes it. */

type Row = { readonly at: number; readonly row: number; readonly body: string };

/** Page of orders by time of creation; rows that were added meanwhile never shift a page ([LST1]). */
export function listOrders(db: Database, restaurantId: string, query: OrderListQuery): string {
  const { conditions, values } = orderConditions(restaurantId, query);
  const descending = query.sort === '-created_at';
  const after = parsePlace(query.cursor);
  if (after) {
    conditions.push(descending ? '(created_at, rowid) < (?, ?)' : '(created_at, rowid) > (?, ?)');
    values.push(after.at, after.row);
  }
  const direction = descending ? 'DESC' : 'ASC';
  const statement = db.prepare<unknown[], Row>(
    `SELECT created_at AS at, rowid AS row, body FROM ${query.day ? ofDay : 'orders'} WHERE ${conditions.join(' AND ')}
     ORDER BY created_at ${direction}, rowid ${direction} LIMIT ?`,
  );
  if (query.q) return searchOrders(statement.iterate(...values, mostSearched + 1), query.q, query.limit);
  const rows = statement.all(...values, query.limit + 1);
  return page(rows, query.limit, (body) => toWireOrder(JSON.parse(body) as Order));
}

/** Else SQLite walks through all orders since that day, because they lie in the order that is asked for. */
const ofDay = 'orders INDEXED BY orders_number';

/** What a page of a search looks through at most, a few tenths of a second; the next page goes on from there. */
const mostSearched = 5000;

/** [LST3] Its pages may be short, or empty and not the last. */
function searchOrders(rows: Iterable<Row>, search: string, limit: number): string {
  const items: unknown[] = [];
  let seen: Row | undefined;
  let count = 0;
  for (const row of rows) {
    if (items.length === limit || count === mostSearched) return answerOf(items, seen);
    const order = JSON.parse(row.body) as Order;
    if (isFoundBy(order, search)) items.push(toWireOrder(order));
    seen = row;
    count++;
  }
  return answerOf(items, undefined);
}

function orderConditions(restaurantId: string, query: OrderListQuery) {
  const conditions = ['restaurant_id = ?'];
  const values: (string | number)[] = [restaurantId];
  const add = (condition: string, ...more: (string | number)[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (query.status) add(...statusCondition(query.status));
  if (query.type) add("body ->> '$.type' = ?", query.type);
  if (query.table) add('table_number = ?', query.table);
  if (query.day) add('business_day = ?', query.day);
  if (query.station) add(ofStation, query.station);
  if (query.from) add('created_at >= ?', Date.parse(query.from));
  if (query.to) add('created_at < ?', Date.parse(query.to));
  return { conditions, values };
}

const ofStation = `EXISTS (SELECT 1 FROM json_each(orders.body, '$.lines') AS line, json_each(line.value, '$.progress') AS part
  WHERE part.value ->> 'station' = ?)`;

/** What is not closed and on no board was put away by the change of day ([CLR2]). */
const isNotPutAway = "(open = 1 OR status IN ('completed', 'cancelled'))";

function statusCondition(wanted: readonly string[]): [string, ...string[]] {
  if (wanted.length === 1 && wanted[0] === 'open') return ['open = 1'];
  const statuses = wanted.filter((status) => status !== 'open');
  const marks = statuses.map(() => '?').join(', ');
  const isOne = `(status IN (${marks}) AND ${isNotPutAway})`;
  return [wanted.includes('open') ? `(open = 1 OR ${isOne})` : isOne, ...statuses];
}

export function listProducts(
  db: Database,
  restaurantId: string,
  query: { cursor?: string | undefined; limit: number },
): string {
  const after = parsePlace(query.cursor)?.row ?? 0;
  const rows = db
    .prepare(
      'SELECT 0 AS at, rowid AS row, body FROM products WHERE restaurant_id = ? AND removed = 0 AND rowid > ? ORDER BY rowid LIMIT ?',
    )
    .all(restaurantId, after, query.limit + 1) as Row[];
  return page(rows, query.limit, (body) => toWireProduct(JSON.parse(body) as Product));
}

function page(rows: readonly Row[], limit: number, toWire: (body: string) => unknown): string {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return answerOf(
    items.map((row) => toWire(row.body)),
    last,
  );
}

/** `last`: the one that the next page goes on after. */
const answerOf = (items: readonly unknown[], last: Row | undefined): string =>
  JSON.stringify({ items, next_cursor: last ? `${last.at}-${last.row}` : null });

/** The door has refused every other shape ([LST2]). */
function parsePlace(cursor: string | undefined): { at: number; row: number } | undefined {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(cursor ?? '');
  return match ? { at: Number(match[1]), row: Number(match[2]) } : undefined;
}
