import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { restaurantId as asRestaurantId } from '#shared/domain/id.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import { type ReportKind, reportText } from '../reports/report-text.ts';
import { type DatabaseOptions, openPrivate } from './open-database.ts';
import { createReportDays } from './report-days.ts';

/** Makes a report as text. */
export type Reports = (restaurantId: string, kind: ReportKind, query: ReportQuery) => string;

/** `orders` is a read-only connection; what is made of it is kept in `reports.db` beside it. */
export function openReports(orders: Database, options: DatabaseOptions): Reports {
  const days = createReportDays(orders, openPrivate(join(options.dataDir, 'reports.db'), options));
  const settings = orders.prepare("SELECT body FROM site WHERE restaurant_id = ? AND kind = 'settings'");
  return (restaurantId, kind, query) => {
    days.catchUp(restaurantId);
    const row = settings.get(restaurantId) as { body: string } | undefined;
    const lateness = row ? (JSON.parse(row.body) as Settings) : firstSettings(asRestaurantId(restaurantId));
    return reportText(kind, [...days.days(restaurantId, query.from, query.to)], lateness, query);
  };
}
