import type { TicketFigures, TicketReport } from '#shared/protocol/wire-report.ts';
import { useText } from '../../messages/text-context.tsx';
import { served } from './columns.ts';
import { useFigures } from './figure-format.ts';
import { type Span, spanBefore } from './span.ts';

type HeadlineProps = {
  readonly tickets: TicketReport;
  readonly before: TicketReport;
  readonly span: Span;
  readonly isUnderWay: boolean;
};

/** What a manager wants to know first, in large figures, each with what it means ([RPO3]). */
export function Headline({ tickets, before, span, isUnderWay }: HeadlineProps) {
  const t = useText();
  const { time, count, share, hour, span: days } = useFigures();
  const { total } = tickets;
  const earlier = before.total.orders > 0 ? before.total : null;
  const busiest = tickets.by_hour.toSorted((a, b) => served(b) - served(a))[0];
  const was = (write: (was: TicketFigures) => string) => (earlier ? write(earlier) : null);
  // Half a day has half the orders: only what does not grow with the hours can be compared meanwhile.
  const wasWhole = (write: (was: TicketFigures) => string) => (isUnderWay ? null : was(write));
  const nineOfTen = (seconds: number | null) => t('report.nineOfTen', { time: time(seconds) });
  return (
    <section aria-label={t('report.headline')} className="grid gap-3">
      <dl className="grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 xl:grid-cols-4 print:grid-cols-4">
        <Figure
          name="orders"
          title={t('report.orders')}
          value={count(served(total))}
          about={t('report.aboutOrders', { portions: count(total.portions) })}
          was={wasWhole((one) => count(served(one)))}
        />
        <Figure
          name="ticket"
          title={t('report.ticketTime')}
          value={time(total.ticket.median_s)}
          about={`${t('report.aboutTicket')} ${nineOfTen(total.ticket.p90_s)}`}
          was={was(({ ticket }) => time(ticket.median_s))}
        />
        <Figure
          name="onTime"
          title={t('report.onTime')}
          value={share(total.on_time_share)}
          about={t('report.aboutOnTime', { late: count(total.late), all: count(total.ticket.count) })}
          was={was((one) => share(one.on_time_share))}
        />
        <Figure
          name="prep"
          title={t('report.prepTime')}
          value={time(total.prep.median_s)}
          about={`${t('report.aboutPrep')} ${nineOfTen(total.prep.p90_s)}`}
          was={was(({ prep }) => time(prep.median_s))}
        />
        <Figure
          name="wait"
          title={t('report.heatLamp')}
          value={time(total.wait.median_s)}
          about={`${t('report.aboutWait')} ${nineOfTen(total.wait.p90_s)}`}
          was={was(({ wait }) => time(wait.median_s))}
        />
        <Figure
          name="recooked"
          title={t('report.recooked')}
          value={count(total.recooked)}
          about={t('report.aboutRecooked')}
          was={wasWhole((one) => count(one.recooked))}
        />
        <Figure
          name="voided"
          title={t('report.voided')}
          value={count(total.voided)}
          about={t('report.aboutVoided', { orders: count(total.cancelled) })}
          was={wasWhole((one) => count(one.voided))}
        />
        {busiest && (
          <Figure
            name="busiest"
            title={t('report.busiest')}
            value={hour(busiest.hour)}
            about={t('report.aboutBusiest', { orders: count(served(busiest)) })}
            was={null}
          />
        )}
      </dl>
      <p className="text-chrome leading-snug text-muted">
        {earlier && t('report.compared', { days: days(spanBefore(span)) })} {t('report.leftOut')}
      </p>
    </section>
  );
}

type FigureProps = {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  /** What it means, in plain words. */
  readonly about: string;
  /** What it was in the days before; null where that says nothing. */
  readonly was: string | null;
};

function Figure({ name, title, value, about, was }: FigureProps) {
  const t = useText();
  return (
    <div
      data-figure={name}
      className="flex break-inside-avoid flex-col gap-1 rounded-xl border border-edge bg-surface p-4"
    >
      <dt className="text-chrome leading-tight font-semibold">{title}</dt>
      <dd className="grid gap-1">
        <span data-value className="tabular text-[2.5rem] leading-none font-bold print:text-[1.75rem]">
          {value}
        </span>
        {was !== null && (
          <span data-was className="tabular text-chrome font-semibold">
            {t('report.was', { value: was })}
          </span>
        )}
        <span className="text-[1.0625rem] leading-snug text-muted">{about}</span>
      </dd>
    </div>
  );
}
