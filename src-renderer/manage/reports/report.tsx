import { CalendarOff, Hourglass } from 'lucide-react';
import { useCallback } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useAsked } from '../../people/use-asked.ts';
import { useScreen } from '../../screen/screen-context.ts';
import { Charts } from './charts.tsx';
import { Headline } from './headline.tsx';
import { NoAnswer } from './no-answer.tsx';
import { askReport, type WholeReport } from './report-api.ts';
import { ReportHead } from './report-head.tsx';
import { isByMonth } from './series.ts';
import { ShareTables } from './share-tables.tsx';
import type { Span } from './span.ts';
import { TicketTables } from './ticket-tables.tsx';

const [soonMs, aMinuteMs, overMs] = [5000, 60_000, 600_000];

/** Soon, while orders of these days are still cooked; not so soon where many days have to be added up, or all are over. */
const pauseMs = (span: Span, isUnderWay: boolean): number => {
  if (!isUnderWay) return overMs;
  return isByMonth(span) ? aMinuteMs : soonMs;
};

type ReportProps = { readonly span: Span; readonly isUnderWay: boolean; readonly zoneName: string };

/** All that is told of some days; made anew while they are under way ([RPO1]). */
export function Report({ span, isUnderWay, zoneName }: ReportProps) {
  const t = useText();
  const { client } = useScreen();
  const { from, to } = span;
  const ask = useCallback(() => askReport(client.ask, { from, to }), [client, from, to]);
  const { value, isMissing, again } = useAsked(ask, pauseMs(span, isUnderWay));
  return (
    <article
      data-report={isMissing ? 'missing' : value ? 'told' : 'asked'}
      className="report grid gap-6 print:block print:space-y-4"
    >
      <ReportHead span={span} zoneName={zoneName} isTold={value !== undefined} />
      {isMissing && <NoAnswer onAgain={() => void again()} />}
      {!value && !isMissing && <Nothing icon={Hourglass} words={t('report.asking')} />}
      {value && <Told report={value} span={span} isUnderWay={isUnderWay} />}
    </article>
  );
}

type ToldProps = { readonly report: WholeReport; readonly span: Span; readonly isUnderWay: boolean };

function Told({ report, span, isUnderWay }: ToldProps) {
  const t = useText();
  const { tickets, before, items, stations } = report;
  if (tickets.total.orders === 0) return <Nothing icon={CalendarOff} words={t('report.none')} />;
  return (
    <>
      <Headline tickets={tickets} before={before} span={span} isUnderWay={isUnderWay} />
      <Charts tickets={tickets} span={span} />
      <TicketTables tickets={tickets} span={span} />
      <ShareTables items={items} stations={stations} span={span} />
    </>
  );
}
