import { Armchair, Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useSettings } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { TableCodes } from './table-codes.tsx';
import { TableForm } from './table-form.tsx';
import { TableRow } from './table-row.tsx';

/** Where guests sit, by area ([FLR5]). */
export function TablesSection() {
  const t = useText();
  const { tables } = useSettings();
  const [isAdding, setAdding] = useState(false);
  const areas = [...new Set(tables.map(({ area }) => area))];
  return (
    <>
      <p className="text-[1.25rem] text-muted">{t('tables.lead')}</p>
      <Button
        look={isAdding ? 'framed' : 'primary'}
        wraps
        aria-expanded={isAdding}
        onClick={() => setAdding(!isAdding)}
      >
        <Plus aria-hidden className="size-[1.4em] shrink-0" />
        {t('tables.add')}
      </Button>
      <TableCodes />
      {isAdding && <TableForm table={null} onDone={() => setAdding(false)} />}
      {tables.length === 0 && !isAdding && <Nothing icon={Armchair} words={t('tables.none')} />}
      {areas.map((area) => (
        <section key={area} data-tables-of={area} className="grid gap-2">
          <h2 className="words text-[1.375rem] font-bold">{area || t('tables.oneRoom')}</h2>
          <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
            {tables
              .filter((table) => table.area === area)
              .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
              .map((table) => (
                <TableRow key={table.name} table={table} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
