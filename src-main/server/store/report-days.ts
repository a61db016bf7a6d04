import type { Database } from 'better-sqlite3';
import { type BusinessCalendar, createHours } from '#shared/domain/business-day.ts';
import type { Order } from '#shared/domain/order.ts';
import { factsOf } from '#shared/domain/service-facts.ts';
import { type DayFacts, type PackedDay, packDay, readDay } from '../reports/day-facts.ts';

/**
 * What the days say, made once and kept beside the orders in a file of its own. It can be made anew from the orders at
 * any time, so nothing is lost with it ([RPT4]).
 */
export interface ReportDays {
  /** Learns of which days an order has changed since the last time: what was kept of those holds no more. */
  catchUp(restaurantId: string): void;
  /**
   * Business days from `from` to `to`, both included, oldest first; only those on which something was served. Makes
   * anew those of them that hold no more, and no others ([RPO2]).
   */
  days(restaurantId: string, from: string, to: string): Iterable<{ readonly day: string; readonly facts: DayFacts }>;
  /** Makes at most `most` of the days that hold no more, the newest first; says how many are left. */
  makeSome(restaurantId: string, most: number): number;
}

/** Another number whenever facts are made or packed in another way: then all of them are made anew. */
const version = 2;

export function createReportDays(orders: Database, kept: Database): ReportDays {
  prepareFile(kept);
  const sql = prepare(orders, kept);

  const calendarOf = (restaurantId: string) => sql.calendar.get(restaurantId) as BusinessCalendar | undefined;

  /** From the orders as they are now: what comes meanwhile is told by `catchUp` the next time. */
  function make(restaurantId: string, day: string, calendar: BusinessCalendar): void {
    const rows = sql.ofDay.iterate(restaurantId, day) as Iterable<{ body: string }>;
    const hourOf = createHours(calendar);
    const packed = packDay([...rows].flatMap(({ body }) => factsOf(JSON.parse(body) as Order, hourOf) ?? []));
    kept.transaction(() => {
      sql.saveDay.run(restaurantId, day, packed.names, packed.orders, packed.shares);
      sql.isMade.run(restaurantId, day);
    })();
  }

  function learn(restaurantId: string, calendar: string, head: number): void {
    const place = sql.place.get(restaurantId) as { seq: number; calendar: string } | undefined;
    const first = (sql.first.get(restaurantId) as { seq: number | null }).seq ?? 1;
    const isWhole = place !== undefined && place.calendar === calendar && place.seq <= head && first <= place.seq + 1;
    if (!isWhole) sql.forgetDays.run(restaurantId);
    const rows = isWhole ? sql.changedDays.all(restaurantId, place.seq, head) : sql.allDays.all(restaurantId);
    for (const { day } of rows as { day: string }[]) sql.isDirty.run(restaurantId, day);
    sql.savePlace.run(restaurantId, head, calendar);
  }

  return {
    catchUp: (restaurantId) => {
      const calendar = calendarOf(restaurantId);
      if (!calendar) return;
      // Read before the orders: what comes meanwhile is learned of the next time.
      const head = (sql.head.get(restaurantId) as { seq: number }).seq;
      kept.transaction(() => learn(restaurantId, JSON.stringify(calendar), head))();
    },
    *days(restaurantId, from, to) {
      const calendar = calendarOf(restaurantId);
      const dirty = sql.dirtyIn.all(restaurantId, from, to) as { day: string }[];
      for (const { day } of calendar ? dirty : []) make(restaurantId, day, calendar as BusinessCalendar);
      for (const row of sql.days.iterate(restaurantId, from, to)) {
        const { day, ...packed } = row as { day: string } & PackedDay;
        yield { day, facts: readDay(packed) };
      }
    },
    makeSome: (restaurantId, most) => {
      const calendar = calendarOf(restaurantId);
      if (!calendar) return 0;
      const dirty = sql.newestDirty.all(restaurantId, most) as { day: string }[];
      for (const { day } of dirty) make(restaurantId, day, calendar);
      return (sql.countDirty.get(restaurantId) as { left: number }).left;
    },
  };
}

function prepare(orders: Database, kept: Database) {
  return {
    calendar: orders.prepare(
      'SELECT time_zone AS timeZone, day_start_minutes AS dayStartMinutes FROM restaurants WHERE id = ?',
    ),
    head: orders.prepare('SELECT last_seq AS seq FROM restaurants WHERE id = ?'),
    first: orders.prepare('SELECT min(seq) AS seq FROM events WHERE restaurant_id = ?'),
    allDays: orders.prepare('SELECT DISTINCT business_day AS day FROM orders WHERE restaurant_id = ?'),
    changedDays: orders.prepare(
      `SELECT DISTINCT business_day AS day FROM orders WHERE id IN
       (SELECT entity_id FROM events WHERE restaurant_id = ? AND seq > ? AND seq <= ?)`,
    ),
    ofDay: orders.prepare('SELECT body FROM orders WHERE restaurant_id = ? AND business_day = ?'),
    place: kept.prepare('SELECT seq, calendar FROM places WHERE restaurant_id = ?'),
    savePlace: kept.prepare('INSERT OR REPLACE INTO places (restaurant_id, seq, calendar) VALUES (?, ?, ?)'),
    forgetDays: kept.prepare('DELETE FROM days WHERE restaurant_id = ?'),
    saveDay: kept.prepare(
      'INSERT OR REPLACE INTO days (restaurant_id, day, names, orders, shares) VALUES (?, ?, ?, ?, ?)',
    ),
    days: kept.prepare(
      'SELECT day, names, orders, shares FROM days WHERE restaurant_id = ? AND day BETWEEN ? AND ? ORDER BY day',
    ),
    isDirty: kept.prepare('INSERT OR IGNORE INTO dirty (restaurant_id, day) VALUES (?, ?)'),
    isMade: kept.prepare('DELETE FROM dirty WHERE restaurant_id = ? AND day = ?'),
    dirtyIn: kept.prepare('SELECT day FROM dirty WHERE restaurant_id = ? AND day BETWEEN ? AND ?'),
    newestDirty: kept.prepare('SELECT day FROM dirty WHERE restaurant_id = ? ORDER BY day DESC LIMIT ?'),
    countDirty: kept.prepare('SELECT count(*) AS left FROM dirty WHERE restaurant_id = ?'),
  };
}

function prepareFile(kept: Database): void {
  kept.pragma('journal_mode = WAL');
  kept.pragma('synchronous = NORMAL');
  if (Number(kept.pragma('user_version', { simple: true })) === version) return;
  kept.exec(`
    DROP TABLE IF EXISTS days;
    DROP TABLE IF EXISTS dirty;
    DROP TABLE IF EXISTS places;
    CREATE TABLE days (restaurant_id TEXT NOT NULL, day TEXT NOT NULL, names TEXT NOT NULL, orders BLOB NOT NULL, shares BLOB NOT NULL, PRIMARY KEY (restaurant_id, day)) STRICT;
    CREATE TABLE dirty (restaurant_id TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (restaurant_id, day)) STRICT, WITHOUT ROWID;
    CREATE TABLE places (restaurant_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, calendar TEXT NOT NULL) STRICT;
  `);
  kept.pragma(`user_version = ${version}`);
}
