import { Armchair, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { Row } from '../../people/panel-parts.tsx';
import { Question } from '../../people/question.tsx';
import { Button } from '../../ui/button.tsx';
import type { TypedTable } from './table-draft.ts';
import { TableForm } from './table-form.tsx';
import { useTableList } from './use-table-list.ts';

type TableRowProps = {
  readonly table: Table;
  /** What somebody has typed about it; null while it is not being changed. */
  readonly typed: TypedTable | null;
  readonly onType: (typed: TypedTable | null) => void;
};

/** One table of the house, to be changed or taken off. */
export function TableRow({ table, typed, onType }: TableRowProps) {
  const t = useText();
  const { tables, deed, save } = useTableList(`remove ${table.name}`);
  const [isRemoving, setRemoving] = useState(false);
  const close = () => setRemoving(false);
  const removed = () => {
    close();
    onType(null);
  };
  const { name, seats } = table;
  const remove = () =>
    save(
      tables.filter((one) => one.name !== name),
      removed,
    );
  return (
    <Row
      icon={Armchair}
      name={name}
      facts={seats === null ? [] : [t('tables.seats', { number: seats })]}
      actions={
        <>
          <Button aria-expanded={typed !== null} onClick={() => onType(typed === null ? {} : null)}>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('tables.edit')}
          </Button>
          <Button aria-expanded={isRemoving} onClick={() => setRemoving(!isRemoving)}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('tables.remove')}
          </Button>
        </>
      }
    >
      {typed && <TableForm table={table} typed={typed} onType={onType} onDone={() => onType(null)} />}
      {isRemoving && (
        <Question
          words={t('tables.removeQuestion', { name })}
          yes={t('tables.remove')}
          deed={deed}
          onNo={close}
          onYes={remove}
        />
      )}
    </Row>
  );
}
