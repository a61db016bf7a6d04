import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { restaurantId as asRestaurantId } from '#shared/domain/id.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import { type ReportKind, reportText } from '../reports/report-text.ts';
import { type DatabaseOptions, openPrivate } from './open-database.ts';
import { createReportDays, type ReportDays } from './report-days.ts';

export type Reports = {
  /** Makes a report as text. */
  report(restaurantId: string, kind: ReportKind, query: ReportQuery): string;
  /** Makes some of what reports are made of before anybody asks; says how many days are left to make. */
  keepUp(restaurantId: string): number;
};

/** About half a second of work: so long a report waits at most that is asked for meanwhile. */
const daysAtOnce = 8;

/**
 * `orders` is a read-only connection; what is made of it is kept in `reports.db` beside it. When that file is damaged it
 * is thrown away and made anew, since nothing is lost with it ([RPT4]).
 */
export function openReports(orders: Database, options: DatabaseOptions): Reports {
  const file = join(options.dataDir, 'reports.db');
  const settings = orders.prepare("SELECT body FROM site WHERE restaurant_id = ? AND kind = 'settings'");
  let kept: Kept | undefined;

  function open(): Kept {
    const db = openPrivate(file, options);
    try {
      return { db, days: createReportDays(orders, db) };
    } catch (error) {
      db.close();
      throw error;
    }
  }

  function withDays<Result>(work: (days: ReportDays) => Result): Result {
    try {
      kept ??= open();
      return work(kept.days);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    kept?.db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    kept = open();
    return work(kept.days);
  }

  return {
    report: (restaurantId, kind, query) =>
      withDays((days) => {
        days.catchUp(restaurantId);
        const row = settings.get(restaurantId) as { body: string } | undefined;
        const lateness = row ? (JSON.parse(row.body) as Settings) : firstSettings(asRestaurantId(restaurantId));
        return reportText(kind, days.days(restaurantId, query.from, query.to), lateness, query);
      }),
    keepUp: (restaurantId) =>
      withDays((days) => {
        days.catchUp(restaurantId);
        return days.makeSome(restaurantId, daysAtOnce);
      }),
  };
}

type Kept = { readonly db: Database; readonly days: ReportDays };

const isDamage = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
