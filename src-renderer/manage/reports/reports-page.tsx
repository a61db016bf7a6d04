import { CalendarX } from 'lucide-react';
import { businessDay, dayStartMinutes, isTimeZone } from '#shared/domain/business-day.ts';
import { useText } from '../../messages/text-context.tsx';
import { Asking, Nothing } from '../../people/panel-parts.tsx';
import { useMoment, useScreenState } from '../../screen/screen-context.ts';
import { usePlace } from '../place.ts';
import { Report } from './report.tsx';
import { spanIn } from './span.ts';
import { SpanBar } from './span-bar.tsx';

/** How soon the kitchen serves, for the days that the address names ([RPO1]). */
export function ReportsPage() {
  const timeZone = useScreenState(({ kitchen }) => kitchen?.settings.timeZone ?? null);
  // Without its zone nobody knows which day it is there.
  if (timeZone === null) return <Asking />;
  // A browser may not know a zone that the kitchen's computer knows.
  return <Reports timeZone={isTimeZone(timeZone) ? timeZone : 'UTC'} zoneName={timeZone} />;
}

type ReportsProps = { readonly timeZone: string; readonly zoneName: string };

function Reports({ timeZone, zoneName }: ReportsProps) {
  const t = useText();
  const { path } = usePlace();
  const today = useMoment(({ serverMs }) => businessDay(serverMs, { timeZone, dayStartMinutes }));
  const span = spanIn(path, today);
  return (
    <>
      <SpanBar key={path.join('/')} span={span} today={today} />
      {span ? (
        <Report key={`${span.from} ${span.to}`} span={span} isUnderWay={span.to >= today} zoneName={zoneName} />
      ) : (
        <Nothing icon={CalendarX} words={t('report.noSuchDays')} />
      )}
    </>
  );
}
