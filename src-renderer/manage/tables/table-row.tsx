import { Armchair, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { Row } from '../../people/panel-parts.tsx';
import { Question } from '../../people/question.tsx';
import { Button } from '../../ui/button.tsx';
import { TableForm } from './table-form.tsx';
import { useTableList } from './use-table-list.ts';

/** One table of the house, to be changed or taken off. */
export function TableRow({ table }: { readonly table: Table }) {
  const t = useText();
  const { tables, deed, save } = useTableList(`remove ${table.name}`);
  const [opened, setOpened] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpened(null);
  const toggle = (which: 'edit' | 'remove') => setOpened((now) => (now === which ? null : which));
  const { name, seats } = table;
  const remove = () =>
    save(
      tables.filter((one) => one.name !== name),
      close,
    );
  return (
    <Row
      icon={Armchair}
      name={name}
      facts={seats === null ? [] : [t('tables.seats', { number: seats })]}
      actions={
        <>
          <Button aria-expanded={opened === 'edit'} onClick={() => toggle('edit')}>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('tables.edit')}
          </Button>
          <Button aria-expanded={opened === 'remove'} onClick={() => toggle('remove')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('tables.remove')}
          </Button>
        </>
      }
    >
      {opened === 'edit' && <TableForm table={table} onDone={close} />}
      {opened === 'remove' && (
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
