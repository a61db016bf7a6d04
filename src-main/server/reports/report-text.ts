import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import type { DayFacts } from './day-facts.ts';
import { writeReportTable } from './report-table.ts';
import { itemReport, type Lateness, stationReport, ticketReport } from './reports.ts';

export type ReportKind = 'tickets' | 'items' | 'stations';

type Days = readonly { readonly day: string; readonly facts: DayFacts }[];

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
