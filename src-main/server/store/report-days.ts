import type { Database } from 'better-sqlite3';
import type { BusinessCalendar } from '#shared/domain/business-day.ts';
import type { Order } from '#shared/domain/order.ts';
import { factsOf } from '#shared/domain/service-facts.ts';
import { type DayFacts, packDay } from '../reports/day-facts.ts';

/**
 * What the days say, made once and kept beside the orders in a file of its own. It can be made anew from the orders at
 * any time, so nothing is lost with it ([RPT4]).
 */
export interface ReportDays {
  /** Makes those days anew of which an order has changed since the last time. */
  catchUp(restaurantId: string): void;
  /** Business days from `from` to `to`, both included, oldest first; only those on which something was served. */
  days(restaurantId: string, from: string, to: string): Iterable<{ readonly day: string; readonly facts: DayFacts }>;
}

/** Another number whenever facts are made or packed in another way: then all of them are made anew. */
const version = 1;

export function createReportDays(orders: Database, kept: Database): ReportDays {
  prepareFile(kept);
  const sql = {
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
    saveDay: kept.prepare('INSERT OR REPLACE INTO days (restaurant_id, day, facts) VALUES (?, ?, ?)'),
    days: kept.prepare('SELECT day, facts FROM days WHERE restaurant_id = ? AND day BETWEEN ? AND ? ORDER BY day'),
  };

  function dirtyDays(restaurantId: string, calendar: string, head: number): readonly string[] {
    const place = sql.place.get(restaurantId) as { seq: number; calendar: string } | undefined;
    const first = (sql.first.get(restaurantId) as { seq: number | null }).seq ?? 1;
    const isWhole = place !== undefined && place.calendar === calendar && place.seq <= head && first <= place.seq + 1;
    const rows = isWhole ? sql.changedDays.all(restaurantId, place.seq, head) : sql.allDays.all(restaurantId);
    return (rows as { day: string }[]).map(({ day }) => day);
  }

  function factsOfDay(restaurantId: string, day: string, calendar: BusinessCalendar): DayFacts {
    const rows = sql.ofDay.iterate(restaurantId, day) as Iterable<{ body: string }>;
    return packDay([...rows].flatMap(({ body }) => factsOf(JSON.parse(body) as Order, calendar) ?? []));
  }

  return {
    catchUp: (restaurantId) => {
      const calendar = sql.calendar.get(restaurantId) as BusinessCalendar | undefined;
      if (!calendar) return;
      // Read before the orders: what comes meanwhile is made again the next time.
      const head = (sql.head.get(restaurantId) as { seq: number }).seq;
      const name = JSON.stringify(calendar);
      for (const day of dirtyDays(restaurantId, name, head))
        sql.saveDay.run(restaurantId, day, JSON.stringify(factsOfDay(restaurantId, day, calendar)));
      sql.savePlace.run(restaurantId, head, name);
    },
    *days(restaurantId, from, to) {
      for (const row of sql.days.iterate(restaurantId, from, to)) {
        const { day, facts } = row as { day: string; facts: string };
        yield { day, facts: JSON.parse(facts) as DayFacts };
      }
    },
  };
}

function prepareFile(kept: Database): void {
  kept.pragma('journal_mode = WAL');
  kept.pragma('synchronous = NORMAL');
  if (Number(kept.pragma('user_version', { simple: true })) === version) return;
  kept.exec(`
    DROP TABLE IF EXISTS days;
    DROP TABLE IF EXISTS places;
    CREATE TABLE days (restaurant_id TEXT NOT NULL, day TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (restaurant_id, day)) STRICT;
    CREATE TABLE places (restaurant_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, calendar TEXT NOT NULL) STRICT;
  `);
  kept.pragma(`user_version = ${version}`);
}
