import { Armchair, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useSettings } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { nameOrder } from '../../ui/name-order.ts';
import { draftOf, type TypedTable } from './table-draft.ts';
import { TableForm } from './table-form.tsx';
import { TableRow } from './table-row.tsx';

/** Where guests sit, by area ([FLR5]). */
export function TablesSection() {
  const t = useText();
  const { tables } = useSettings();
  const [added, setAdded] = useState<TypedTable | null>(null);
  const [changed, setChanged] = useState<Changed | null>(null);
  const isAdding = added !== null;
  const isGone = changed !== null && tables.every(({ name }) => name !== changed.name);
  const areas = [...new Set(tables.map(({ area }) => area))];
  return (
    <>
      <p className="text-[1.25rem] text-muted">{t('tables.lead')}</p>
      <Button
        look={isAdding ? 'framed' : 'primary'}
        wraps
        aria-expanded={isAdding}
        onClick={() => setAdded(isAdding ? null : {})}
      >
        <Plus aria-hidden className="size-[1.4em] shrink-0" />
        {t('tables.add')}
      </Button>
      {added && <TableForm table={null} typed={added} onType={setAdded} onDone={() => setAdded(null)} />}
      {isGone && <GoneTable changed={changed} onChange={setChanged} />}
      {tables.length === 0 && !isAdding && <Nothing icon={Armchair} words={t('tables.none')} />}
      {areas.map((area) => (
        <section key={area} data-tables-of={area} className="grid gap-2">
          <h2 className="words text-[1.375rem] font-bold">{area || t('tables.oneRoom')}</h2>
          <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
            {tables
              .filter((table) => table.area === area)
              .sort((a, b) => nameOrder(a.name, b.name))
              .map((table) => (
                <TableRow
                  key={table.name}
                  table={table}
                  typed={changed?.name === table.name ? changed.typed : null}
                  onType={(typed) => setChanged(typed && { name: table.name, before: table, typed })}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The one that is being changed, as it was last seen: another manager may take it off meanwhile. */
type Changed = { readonly name: string; readonly before: Table; readonly typed: TypedTable };

type GoneTableProps = { readonly changed: Changed; readonly onChange: (changed: Changed | null) => void };

/** What was typed about it is kept, and can be made a table again. */
function GoneTable({ changed, onChange }: GoneTableProps) {
  const t = useText();
  const { names, area, seats } = draftOf(changed.before, [], changed.typed);
  return (
    <div data-gone className="grid gap-3">
      <p role="alert" className="text-[1.25rem] leading-snug font-semibold">
        {t('tables.gone', { name: changed.name })}
      </p>
      <TableForm
        table={null}
        typed={{ names, area, seats }}
        onType={(typed) => onChange({ ...changed, typed })}
        onDone={() => onChange(null)}
      />
    </div>
  );
}
