import type { TicketFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import { useText } from '../../messages/text-context.tsx';
import { BarChart } from './bar-chart.tsx';
import type { Bar, Scale } from './bar-layout.ts';
import { served } from './columns.ts';
import { useFigures } from './figure-format.ts';
import { hoursOf, isByMonth, type Step, stepsOf } from './series.ts';
import { lengthOf, type Span } from './span.ts';

type ChartsProps = { readonly tickets: TicketReport; readonly span: Span };

/** How much and how soon, by the hour and by the day; the tables below have the same figures ([RPO5]). */
export function Charts({ tickets, span }: ChartsProps) {
  const t = useText();
  const { shortDay, month } = useFigures();
  const hours = hoursOf(tickets);
  const steps = stepsOf(tickets, span);
  const label = isByMonth(span) ? month : shortDay;
  return (
    <section aria-label={t('report.charts')} className="grid gap-4 lg:grid-cols-2 print:grid-cols-2">
      <Three steps={hours} label={String} tableId="figures-hour" of="hour" />
      {lengthOf(span) > 1 && (
        <Three steps={steps} label={label} tableId="figures-day" of={isByMonth(span) ? 'month' : 'day'} />
      )}
    </section>
  );
}

/** Whole orders; minutes that people say; quarters of all. */
const scales = {
  count: { steps: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000], least: 1 },
  time: { steps: [60, 120, 300, 600, 1800, 3600], least: 60 },
  share: { steps: [0.25], least: 1 },
} as const satisfies Readonly<Record<string, Scale>>;

type ThreeProps = {
  readonly steps: readonly Step[];
  readonly label: (key: string) => string;
  readonly tableId: string;
  readonly of: 'hour' | 'day' | 'month';
};

function Three({ steps, label, tableId, of }: ThreeProps) {
  const t = useText();
  const { count, time, share } = useFigures();
  const bars = (read: (figures: TicketFigures) => Pick<Bar, 'value' | 'mark'>): readonly Bar[] =>
    steps.map(({ key, figures }) => ({ key, label: label(key), ...(figures ? read(figures) : { value: null }) }));
  const chart = (title: string, format: (value: number) => string, scale: Scale, all: readonly Bar[]) => (
    <BarChart
      title={title}
      summary={summaryOf(all, format)}
      bars={all}
      format={format}
      scale={scale}
      tableId={tableId}
    />
  );
  return (
    <>
      {chart(
        t(`report.chart.orders.${of}`),
        count,
        scales.count,
        bars((row) => ({ value: served(row) })),
      )}
      {chart(
        t(`report.chart.ticket.${of}`),
        time,
        scales.time,
        bars(({ ticket }) => ({ value: ticket.median_s, mark: ticket.p90_s })),
      )}
      {chart(
        t(`report.chart.onTime.${of}`),
        share,
        scales.share,
        bars((row) => ({ value: row.on_time_share })),
      )}
    </>
  );
}

/** For who cannot see it: each bar in a few words. */
const summaryOf = (bars: readonly Bar[], format: (value: number) => string): string =>
  bars.flatMap(({ label, value }) => (value === null ? [] : [`${label}: ${format(value)}`])).join(', ');
