import { Printer } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useWhen } from '../../people/when.ts';
import { useMoment, useScreenState } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { useFigures } from './figure-format.ts';
import type { Span } from './span.ts';

type ReportHeadProps = { readonly span: Span; readonly zoneName: string; readonly isTold: boolean };

/** Which days and in which zone; on paper also whose, and when it was printed ([RPO6]). */
export function ReportHead({ span, zoneName, isTold }: ReportHeadProps) {
  const t = useText();
  const figures = useFigures();
  const house = useScreenState(({ session }) => ('person' in session ? session.person.restaurantName : null));
  return (
    <header className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="words hidden text-[1.25rem] font-bold print:block">
          {house} · {t('manage.section.reports')}
        </p>
        <h2 data-days className="text-[1.75rem] leading-tight font-bold">
          {figures.span(span)}
        </h2>
        <p className="text-chrome text-muted">
          {t('report.zone', { zone: zoneName })} <PrintedAt />
        </p>
      </div>
      {isTold && (
        <div className="print:hidden">
          <Button look="framed" onClick={() => print()}>
            <Printer aria-hidden className="size-[1.3em] shrink-0" />
            {t('report.print')}
          </Button>
        </div>
      )}
    </header>
  );
}

function PrintedAt() {
  const t = useText();
  const when = useWhen();
  const minute = useMoment(({ serverMs }) => Math.floor(serverMs / 60_000));
  return (
    <span className="hidden print:inline">
      {t('report.printed', { when: when(new Date(minute * 60_000).toISOString()) })}
    </span>
  );
}
