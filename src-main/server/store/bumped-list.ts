import type { Database } from 'better-sqlite3';
import { bumpedShare } from '#shared/domain/bumped-share.ts';
import { type BusinessCalendar, businessDay } from '#shared/domain/business-day.ts';
import { restaurantId as asRestaurant, stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { isFoundBy } from '#shared/domain/order-search.ts';
import { firstStations, type Stations } from '#shared/domain/station.ts';
import { type Viewpoint, viewpointOf } from '#shared/domain/station-ticket.ts';
import type { BumpedListQuery } from '#shared/protocol/list-requests.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';

const dayMs = 86_400_000;
/** How long before it is handed over an order may have been taken: `promised_at` is rarely further away. */
const takenWithinMs = 8 * dayMs;
/** A day of the restaurant's is an hour longer once a year. */
const longestDayMs = dayMs + 3_600_000;
/** Several times what a busy kitchen hands over in a day; the oldest are left out beyond. */
const mostOrders = 10_000;

type Row = { readonly row: number; readonly body: string };
type Found = { readonly row: number; readonly atMs: number; readonly by: string | null; readonly order: Order };

/** Tickets that have left a board today, last bumped first ([RCL4]); as JSON text, like all lists of the reader. */
export function listBumped(db: Database, restaurantId: string, query: BumpedListQuery, nowMs: number): string {
  const viewpoint = viewpointOf(stationsOf(db, restaurantId), query.station ? stationId(query.station) : null);
  const isToday = sameDay(calendarOf(db, restaurantId), nowMs);
  const found = recentlyTouched(db, restaurantId, nowMs)
    .flatMap((row) => bumpedIn(row, viewpoint, nowMs))
    .filter(({ atMs, order }) => isToday(atMs) && isFoundBy(order, query.q ?? ''))
    .filter(isAfter(query.cursor))
    .sort(newestFirst);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const next_cursor = found.length > items.length && last ? `${last.atMs}-${last.row}` : null;
  return JSON.stringify({ items: items.map(withName(db)), next_cursor });
}

/** A bump changes its order, so what was bumped today was also changed today. */
function recentlyTouched(db: Database, restaurantId: string, nowMs: number): Row[] {
  return db
    .prepare(
      `SELECT rowid AS row, body FROM orders
       WHERE restaurant_id = ? AND created_at >= ? AND body ->> '$.updatedAtMs' >= ?
       ORDER BY created_at DESC LIMIT ${mostOrders}`,
    )
    .all(restaurantId, nowMs - takenWithinMs, nowMs - longestDayMs) as Row[];
}

function bumpedIn({ row, body }: Row, viewpoint: Viewpoint, nowMs: number): Found[] {
  const order = JSON.parse(body) as Order;
  const share = bumpedShare(order, viewpoint, nowMs);
  return share ? [{ row, atMs: share.atMs, by: share.by, order }] : [];
}

/** Whoever hands over what others have cooked, or cancels, is named in the log alone ([RCL3]). */
function withName(db: Database): (found: Found) => WireOrder & { bumped_by: string | null } {
  const nameAt = db.prepare(
    `SELECT users.display_name AS name FROM events LEFT JOIN users ON events.actor = 'user:' || users.id
     WHERE events.entity_id = ? AND events.restaurant_id = ? AND events.at = ? ORDER BY events.version DESC LIMIT 1`,
  );
  return ({ order, by, atMs }) => {
    const event = by === null ? (nameAt.get(order.id, order.restaurantId, atMs) as Named | undefined) : undefined;
    return { ...toWireOrder(order), bumped_by: by ?? event?.name ?? null };
  };
}

type Named = { readonly name: string | null };

function stationsOf(db: Database, restaurantId: string): Stations {
  const row = db.prepare("SELECT body FROM site WHERE restaurant_id = ? AND kind = 'stations'").get(restaurantId);
  return row ? JSON.parse((row as { body: string }).body) : firstStations(asRestaurant(restaurantId));
}

function calendarOf(db: Database, restaurantId: string): BusinessCalendar {
  return db
    .prepare('SELECT time_zone AS timeZone, day_start_minutes AS dayStartMinutes FROM restaurants WHERE id = ?')
    .get(restaurantId) as BusinessCalendar;
}

function sameDay(calendar: BusinessCalendar, nowMs: number): (atMs: number) => boolean {
  const today = businessDay(nowMs, calendar);
  return (atMs) => businessDay(atMs, calendar) === today;
}

const newestFirst = (a: Found, b: Found) => b.atMs - a.atMs || b.row - a.row;

/** By place, not by count ([LST1]). The door has refused every other shape of a cursor. */
function isAfter(cursor: string | undefined): (found: Found) => boolean {
  const [atMs, row] = (cursor ?? '').split('-').map(Number);
  if (atMs === undefined || row === undefined) return () => true;
  return (found) => found.atMs < atMs || (found.atMs === atMs && found.row < row);
}
