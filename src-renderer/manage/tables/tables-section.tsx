import { Armchair, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useSettings } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { nameOrder } from '../../ui/name-order.ts';
import { TableCodes } from './table-codes.tsx';
import { draftOf, type TypedTable } from './table-draft.ts';
import { TableForm } from './table-form.tsx';
import { TableRow } from './table-row.tsx';

/** Where guests sit, by area ([FLR5]). */
export function TablesSection() {
  const t = useText();
  const { tables } = useSettings();
  const [added, setAdded] = useState<TypedTable | null>(null);
  const [changed, setChanged] = useState<ReadonlyMap<string, Changed>>(new Map());
  const isAdding = added !== null;
  const change = (before: Table, typed: TypedTable | null) => setChanged((now) => changesWith(now, before, typed));
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
      <TableCodes />
      {added && <TableForm table={null} typed={added} onType={setAdded} onDone={() => setAdded(null)} />}
      {[...changed.values()]
        .filter((one) => isGone(one, tables))
        .map((one) => (
          <GoneTable key={one.before.name} changed={one} onType={(typed) => change(one.before, typed)} />
        ))}
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
                  typed={changed.get(table.name)?.typed ?? null}
                  onType={(typed) => change(table, typed)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The one that is being changed, as it was last seen: another manager may take it off meanwhile. */
type Changed = { readonly before: Table; readonly typed: TypedTable };

function changesWith(now: ReadonlyMap<string, Changed>, before: Table, typed: TypedTable | null) {
  const next = new Map(now);
  if (typed) next.set(before.name, { before, typed });
  else next.delete(before.name);
  return next;
}

/** Also one that this page has just renamed, for as long as its own answer is on the way, has its new name there. */
const isGone = ({ before, typed }: Changed, tables: readonly Table[]) =>
  tables.every(({ name }) => name !== before.name && name !== typed.names?.trim());

type GoneTableProps = { readonly changed: Changed; readonly onType: (typed: TypedTable | null) => void };

/** What was typed about it is kept, and can be made a table again. */
function GoneTable({ changed: { before, typed }, onType }: GoneTableProps) {
  const t = useText();
  const { names, area, seats } = draftOf(before, [], typed);
  return (
    <div data-gone className="grid gap-3">
      <p role="alert" className="text-[1.25rem] leading-snug font-semibold">
        {t('tables.gone', { name: before.name })}
      </p>
      <TableForm table={null} typed={{ names, area, seats }} onType={onType} onDone={() => onType(null)} />
    </div>
  );
}
