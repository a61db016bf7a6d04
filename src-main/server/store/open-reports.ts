import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { restaurantId as asRestaurantId } from '#shared/domain/id.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import { type ReportKind, reportText } from '../reports/report-text.ts';
import { type DatabaseOptions, openPrivate } from './open-database.ts';
import { createReportDays } from './report-days.ts';

export type Reports = {
  /** Makes a report as text. */
  report(restaurantId: string, kind: ReportKind, query: ReportQuery): string;
  /** Makes some of what reports are made of before anybody asks; says how many days are left to make. */
  keepUp(restaurantId: string): number;
};

/** About half a second of work: so long a report waits at most that is asked for meanwhile. */
const daysAtOnce = 8;

/** `orders` is a read-only connection; what is made of it is kept in `reports.db` beside it. */
export function openReports(orders: Database, options: DatabaseOptions): Reports {
  const days = createReportDays(orders, openPrivate(join(options.dataDir, 'reports.db'), options));
  const settings = orders.prepare("SELECT body FROM site WHERE restaurant_id = ? AND kind = 'settings'");
  return {
    report: (restaurantId, kind, query) => {
      days.catchUp(restaurantId);
      const row = settings.get(restaurantId) as { body: string } | undefined;
      const lateness = row ? (JSON.parse(row.body) as Settings) : firstSettings(asRestaurantId(restaurantId));
      return reportText(kind, days.days(restaurantId, query.from, query.to), lateness, query);
    },
    keepUp: (restaurantId) => {
      days.catchUp(restaurantId);
      return days.makeSome(restaurantId, daysAtOnce);
    },
  };
}
