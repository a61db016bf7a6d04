import type { ItemFigures, StationFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import type { Answer, Ask } from '../../link/ask.ts';
import { type Span, spanBefore } from './span.ts';

export type ReportKind = 'tickets' | 'items' | 'stations';

/** All that the page shows of some days. */
export type WholeReport = {
  readonly tickets: TicketReport;
  readonly before: TicketReport;
  readonly items: readonly ItemFigures[];
  readonly stations: readonly StationFigures[];
};

/** The first of a long time may have all its days to make; the server lets go of a silent connection soon after. */
const limitMs = 75_000;

const queryOf = ({ from, to }: Span) => new URLSearchParams({ from, to });

/** Where a browser fetches the table for a spreadsheet ([RPT5]). */
export const csvAddress = (kind: ReportKind, span: Span): string =>
  `/api/v1/reports/${kind}?${queryOf(span)}&format=csv`;

/** All parts at once; what is missing of one is missing of all, so that no two parts tell of different moments. */
export async function askReport(ask: Ask, span: Span): Promise<Answer<WholeReport>> {
  const report = <Body>(kind: ReportKind, days: Span, field: string) =>
    ask({ method: 'GET', path: `/reports/${kind}?${queryOf(days)}`, limitMs }, bodyWith<Body>(field));
  const answers = await Promise.all([
    report<TicketReport>('tickets', span, 'by_type'),
    report<TicketReport>('tickets', spanBefore(span), 'by_type'),
    report<{ items: readonly ItemFigures[] }>('items', span, 'items'),
    report<{ items: readonly StationFigures[] }>('stations', span, 'items'),
  ]);
  const [tickets, before, items, stations] = answers;
  if (tickets.kind !== 'ok') return tickets;
  if (before.kind !== 'ok') return before;
  if (items.kind !== 'ok') return items;
  if (stations.kind !== 'ok') return stations;
  const value = { tickets: tickets.value, before: before.value };
  return { kind: 'ok', value: { ...value, items: items.value.items, stations: stations.value.items } };
}

const bodyWith =
  <Body>(field: string) =>
  (body: unknown): Body | undefined =>
    typeof body === 'object' && body !== null && field in body ? (body as Body) : undefined;
