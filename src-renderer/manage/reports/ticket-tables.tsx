import type { TicketReport } from '#shared/protocol/wire-report.ts';
import { useText } from '../../messages/text-context.tsx';
import { ticketColumns } from './columns.ts';
import { useFigures } from './figure-format.ts';
import { FigureTable } from './figure-table.tsx';
import { hoursOf, isByMonth } from './series.ts';
import { lengthOf, type Span } from './span.ts';
import { TableSection } from './table-section.tsx';

type TicketTablesProps = { readonly tickets: TicketReport; readonly span: Span };

/** The same figures of tickets, by part of the day, type, hour, and day or month. */
export function TicketTables({ tickets, span }: TicketTablesProps) {
  const t = useText();
  const figures = useFigures();
  const columns = ticketColumns(t, figures);
  const hours = hoursOf(tickets).flatMap(({ hour, figures: row }) => (row ? [{ hour, ...row }] : []));
  return (
    <>
      <TableSection title={t('report.byDayPart')} csv={{ kind: 'tickets', span }}>
        <FigureTable
          id="figures-part"
          title={t('report.byDayPart')}
          nameTitle={t('report.dayPart')}
          name={({ day_part }) => t(`report.part.${day_part as 'lunch'}`)}
          rows={tickets.by_day_part}
          columns={columns}
        />
      </TableSection>
      <TableSection title={t('report.byType')} csv={null}>
        <FigureTable
          id="figures-type"
          title={t('report.byType')}
          nameTitle={t('report.type')}
          name={({ type }) => t(`ticket.type.${type as 'dine_in'}`)}
          rows={tickets.by_type}
          columns={columns}
        />
      </TableSection>
      <TableSection title={t('report.byHour')} csv={null}>
        <FigureTable
          id="figures-hour"
          title={t('report.byHour')}
          nameTitle={t('report.hour')}
          name={({ hour }) => figures.hour(hour)}
          rows={hours}
          columns={columns}
        />
      </TableSection>
      {lengthOf(span) > 1 && <ByDay tickets={tickets} span={span} />}
    </>
  );
}

function ByDay({ tickets, span }: TicketTablesProps) {
  const t = useText();
  const figures = useFigures();
  const columns = ticketColumns(t, figures);
  const isMonths = isByMonth(span);
  const title = t(isMonths ? 'report.byMonth' : 'report.byDay');
  return (
    <TableSection title={title} csv={null}>
      {isMonths ? (
        <FigureTable
          id="figures-day"
          title={title}
          nameTitle={t('report.month')}
          name={({ month }) => figures.month(month)}
          rows={tickets.by_month}
          columns={columns}
        />
      ) : (
        <FigureTable
          id="figures-day"
          title={title}
          nameTitle={t('report.day')}
          name={({ day }) => figures.day(day)}
          rows={tickets.by_day}
          columns={columns}
        />
      )}
    </TableSection>
  );
}
