import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import type { Lateness } from './lateness.ts';
import { writeReportTable } from './report-table.ts';
import { itemReport, stationReport } from './share-report.ts';
import { type Days, ticketReport } from './ticket-report.ts';

export type ReportKind = 'tickets' | 'items' | 'stations';

/** The answer as text, made where the days were read. */
export function reportText(
  kind: ReportKind,
  days: Days,
  lateness: Lateness,
  { format, from, to }: ReportQuery,
): string {
  const report = reportOf(kind, days, lateness);
  return format === 'csv' ? writeReportTable(report) : JSON.stringify({ from, to, ...report });
}

function reportOf(kind: ReportKind, days: Days, lateness: Lateness) {
  if (kind === 'tickets') return ticketReport(days, lateness);
  return kind === 'items' ? { items: itemReport(days, lateness) } : { items: stationReport(days, lateness) };
}
