import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { stationId } from '#shared/domain/id.ts';
import type { ItemFigures, StationFigures } from '#shared/protocol/wire-report.ts';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useStationName } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { shareColumns } from './columns.ts';
import { useFigures } from './figure-format.ts';
import { FigureTable } from './figure-table.tsx';
import type { Span } from './span.ts';
import { TableSection } from './table-section.tsx';

type ShareTablesProps = {
  readonly items: readonly ItemFigures[];
  readonly stations: readonly StationFigures[];
  readonly span: Span;
};

/** Who cooks how fast, and what takes how long. */
export function ShareTables({ items, stations, span }: ShareTablesProps) {
  const t = useText();
  const figures = useFigures();
  const nameOf = useStationName();
  const parts = stations.flatMap(({ station, by_day_part }) =>
    by_day_part.map((row) => ({
      ...row,
      name: `${nameOf(stationId(station))} · ${t(`report.part.${row.day_part as 'lunch'}`)}`,
    })),
  );
  return (
    <>
      <TableSection title={t('report.byStation')} csv={{ kind: 'stations', span }}>
        <FigureTable
          id="figures-station"
          title={t('report.byStation')}
          nameTitle={t('report.station')}
          name={({ station }) => nameOf(stationId(station))}
          rows={stations}
          columns={shareColumns(t, figures)}
        />
        <FigureTable
          id="figures-station-part"
          title={t('report.byStationPart')}
          nameTitle={t('report.byStationPart')}
          name={({ name }) => name}
          rows={parts}
          columns={shareColumns(t, figures)}
        />
      </TableSection>
      <TableSection title={t('report.byItem')} csv={{ kind: 'items', span }}>
        <Items items={items} />
      </TableSection>
    </>
  );
}

/** So many are read; the rest is looked for. */
const shownFirst = 25;

function Items({ items }: Pick<ShareTablesProps, 'items'>) {
  const t = useText();
  const figures = useFigures();
  const [sought, setSought] = useState('');
  const [isWhole, setWhole] = useState(false);
  const wanted = sought.trim().toLocaleLowerCase();
  const found = items.filter(({ item }) => item.toLocaleLowerCase().includes(wanted));
  const shown = isWhole ? found.length : shownFirst;
  return (
    <>
      <div className="print:hidden">
        <Field
          label={t('report.search')}
          type="search"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      {found.length === 0 && <Nothing icon={SearchX} words={t('report.notFound')} />}
      {found.length > 0 && (
        <FigureTable
          id="figures-item"
          title={t('report.byItem')}
          nameTitle={t('report.item')}
          name={({ item }) => item}
          rows={found}
          columns={shareColumns(t, figures)}
          shown={shown}
        />
      )}
      {found.length > shown && (
        <div className="print:hidden">
          <Button look="framed" onClick={() => setWhole(true)}>
            {t('report.showAll', { number: found.length })}
          </Button>
        </div>
      )}
    </>
  );
}
