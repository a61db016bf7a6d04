import type { Database } from 'better-sqlite3';
import type { OrderId, RestaurantId, StationId } from '#shared/domain/id.ts';
import type { Job, JobCounts, JobWish, Printer, PrintStore, Unnoted } from '../printing/ports.ts';

const columns = `id, restaurant_id AS restaurantId, name, host, port, paper, letters, language, stations,
  guest AS isForGuests, made_at AS madeAtMs, reached_at AS reachedAtMs, trouble, trouble_at AS troubleAtMs`;

type Row = Omit<Printer, 'stations' | 'isForGuests'> & { readonly stations: string; readonly isForGuests: number };
type JobRow = Omit<Job, 'slip' | 'isBegun'> & { readonly slip: string; readonly isBegun: number };

export function createPrintStoreSqlite(db: Database): PrintStore {
  const sql = prepare(db);
  const printers = (rows: unknown[]): Printer[] =>
    (rows as Row[]).map(({ stations, isForGuests, ...printer }) => ({
      ...printer,
      stations: JSON.parse(stations) as StationId[],
      isForGuests: isForGuests === 1,
    }));

  return {
    all: () => printers(sql.all.all()),
    of: (restaurantId: RestaurantId) => printers(sql.of.all(restaurantId)),
    save: ({ stations, isForGuests, ...printer }) => {
      sql.save.run({ ...printer, stations: JSON.stringify(stations), isForGuests: isForGuests ? 1 : 0 });
    },
    remove: db.transaction((id: string) => {
      sql.removeJobs.run(id);
      sql.remove.run(id);
    }),
    reached: (id, atMs) => {
      sql.reached.run(atMs, id);
    },
    troubled: (id, trouble, atMs) => {
      sql.troubled.run(trouble, atMs, id);
    },
    add: db.transaction((jobs: readonly JobWish[]) =>
      jobs.reduce((added, { slip, news, ...job }) => {
        const texts = { slip: JSON.stringify(slip), news: JSON.stringify(news) };
        return added + sql.add.run({ ...job, ...texts }).changes;
      }, 0),
    ),
    next: (printerId) => {
      const row = sql.next.get(printerId) as JobRow | undefined;
      return row && { ...row, slip: JSON.parse(row.slip), isBegun: row.isBegun === 1 };
    },
    begin: (n) => {
      sql.begin.run(n);
    },
    end: (n, end, atMs) => {
      sql.end.run(end, atMs, n);
    },
    dropBeyond: (printerId, most, atMs) => sql.dropBeyond.run(atMs, printerId, printerId, most).changes,
    counts: (printerId, sinceMs) => sql.counts.get(sinceMs, printerId) as JobCounts,
    told: (orderId: OrderId, station: StationId) => {
      const rows = sql.told.all(orderId, station) as { news: string }[];
      return new Set(rows.flatMap(({ news }) => JSON.parse(news) as string[]));
    },
    unnoted: (limit) => sql.unnoted.all(limit) as Unnoted[],
    noted: (n) => {
      sql.noted.run(n);
    },
    forget: (beforeMs) => {
      sql.forget.run(beforeMs);
    },
    sights: (restaurantId) =>
      new Map(
        (sql.sights.all(restaurantId) as { station: string; seenAtMs: number }[]).map((row) => [
          row.station,
          row.seenAtMs,
        ]),
      ),
    keepSights: db.transaction((restaurantId, sights) => {
      for (const [station, seenAtMs] of sights) sql.keepSight.run(restaurantId, station, seenAtMs);
    }) as PrintStore['keepSights'],
  };
}

function prepare(db: Database) {
  return {
    all: db.prepare(`SELECT ${columns} FROM printers ORDER BY made_at, id`),
    of: db.prepare(`SELECT ${columns} FROM printers WHERE restaurant_id = ? ORDER BY made_at, id`),
    save: db.prepare(
      `INSERT INTO printers (id, restaurant_id, name, host, port, paper, letters, language, stations, guest, made_at,
         reached_at, trouble, trouble_at)
       VALUES (@id, @restaurantId, @name, @host, @port, @paper, @letters, @language, @stations, @isForGuests, @madeAtMs,
         @reachedAtMs, @trouble, @troubleAtMs)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, host = excluded.host, port = excluded.port,
         paper = excluded.paper, letters = excluded.letters, language = excluded.language,
         stations = excluded.stations, guest = excluded.guest, reached_at = excluded.reached_at,
         trouble = excluded.trouble, trouble_at = excluded.trouble_at`,
    ),
    remove: db.prepare('DELETE FROM printers WHERE id = ?'),
    removeJobs: db.prepare('DELETE FROM print_jobs WHERE printer_id = ?'),
    reached: db.prepare('UPDATE printers SET reached_at = ?, trouble = NULL, trouble_at = NULL WHERE id = ?'),
    troubled: db.prepare('UPDATE printers SET trouble = ?, trouble_at = ? WHERE id = ?'),
    add: db.prepare(
      `INSERT INTO print_jobs (printer_id, restaurant_id, kind, order_id, station, slip, news, ask_key, made_at, state)
       VALUES (@printerId, @restaurantId, @kind, @orderId, @station, @slip, @news, @askKey, @madeAtMs, 'waiting')
       ON CONFLICT (printer_id, ask_key) DO NOTHING`,
    ),
    next: db.prepare(
      `SELECT n, printer_id AS printerId, restaurant_id AS restaurantId, kind, order_id AS orderId, station, slip,
         made_at AS madeAtMs, begun AS isBegun
       FROM print_jobs WHERE printer_id = ? AND state = 'waiting' ORDER BY n LIMIT 1`,
    ),
    begin: db.prepare('UPDATE print_jobs SET begun = 1 WHERE n = ?'),
    end: db.prepare("UPDATE print_jobs SET state = ?, done_at = ?, slip = '{}' WHERE n = ? AND state = 'waiting'"),
    dropBeyond: db.prepare(
      `UPDATE print_jobs SET state = 'dropped', done_at = ?, slip = '{}' WHERE printer_id = ? AND state = 'waiting'
       AND n NOT IN (SELECT n FROM print_jobs WHERE printer_id = ? AND state = 'waiting' ORDER BY n DESC LIMIT ?)`,
    ),
    counts: db.prepare(
      `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
         count(*) FILTER (WHERE state = 'dropped' AND done_at >= ?) AS dropped
       FROM print_jobs WHERE printer_id = ?`,
    ),
    // What was left out has told nobody anything: it may have gone to another order meanwhile.
    told: db.prepare(
      `SELECT news FROM print_jobs WHERE order_id = ? AND station = ? AND kind = 'backup' AND state <> 'unneeded'`,
    ),
    unnoted: db.prepare(
      `SELECT n, restaurant_id AS restaurantId, order_id AS orderId, station, done_at AS atMs FROM print_jobs
       WHERE kind = 'backup' AND state = 'printed' AND noted = 0 ORDER BY n LIMIT ?`,
    ),
    noted: db.prepare('UPDATE print_jobs SET noted = 1 WHERE n = ?'),
    forget: db.prepare("DELETE FROM print_jobs WHERE state <> 'waiting' AND done_at < ?"),
    sights: db.prepare('SELECT station, seen_at AS seenAtMs FROM print_sights WHERE restaurant_id = ?'),
    keepSight: db.prepare('INSERT OR REPLACE INTO print_sights (restaurant_id, station, seen_at) VALUES (?, ?, ?)'),
  };
}
