import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Table } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { useFocusBack } from '../../people/panel-parts.tsx';
import { useTyped } from '../../people/typed-context.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { draftOf, isTyped, type TypedTable } from './table-draft.ts';
import { namesIn, problemWith, seatsIn, type TableProblem } from './table-names.ts';
import { useTableList } from './use-table-list.ts';

type TableFormProps = {
  /** As the kitchen has it; null for new ones, of which there may be many at once. */
  readonly table: Table | null;
  readonly typed: TypedTable;
  readonly onType: (typed: TypedTable) => void;
  readonly onDone: () => void;
};

/** What is wrong stands at its field, and nothing that was typed is lost by that. */
export function TableForm({ table, typed, onType, onDone }: TableFormProps) {
  const t = useText();
  const { tables, deed, save } = useTableList('save tables');
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const areasId = useId();
  useFocusBack();
  useTyped(isTyped(table, typed));
  const draft = draftOf(table, tables, typed);
  const others = tables.filter(({ name }) => name !== table?.name);
  const names = table ? [draft.names.trim()].filter(Boolean) : namesIn(draft.names);
  const problem = problemWith(names, draft.seats, others);
  const errorAt = (field: TableProblem['field']) =>
    isAsked && problem?.field === field ? wordsOf(problem, t) : undefined;
  useEffect(() => {
    if (isAsked) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [isAsked]);
  const set = (change: TypedTable) => {
    setAsked(false);
    onType({ ...typed, ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problem) return;
    const made = names.map((name) => ({ name, area: draft.area.trim(), seats: seatsIn(draft.seats) ?? null }));
    save(table ? tables.flatMap((one) => (one.name === table.name ? made : one)) : [...tables, ...made], onDone);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      data-table-form
      className="grid gap-5 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5"
    >
      {deed.problem && <Problem problem={deed.problem} />}
      <Field
        label={t(table ? 'tables.name' : 'tables.names')}
        {...(table ? {} : { hint: t('tables.namesHint') })}
        error={errorAt('names')}
        autoFocus
        autoComplete="off"
        maxLength={2000}
        value={draft.names}
        onChange={(event) => set({ names: event.target.value })}
      />
      <Field
        label={t('tables.area')}
        hint={t('tables.areaHint')}
        autoComplete="off"
        maxLength={40}
        list={areasId}
        value={draft.area}
        onChange={(event) => set({ area: event.target.value })}
      />
      <datalist id={areasId}>
        {[...new Set(tables.map(({ area }) => area))].filter(Boolean).map((area) => (
          <option key={area} value={area} />
        ))}
      </datalist>
      <Field
        label={t('tables.chairs')}
        hint={t('tables.chairsHint')}
        error={errorAt('seats')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        dir="ltr"
        value={draft.seats}
        onChange={(event) => set({ seats: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={deed.isBusy}>
          {t('people.save')}
        </Button>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

const wordsOf = (problem: TableProblem, t: ReturnType<typeof useText>): string =>
  problem.kind === 'twofold'
    ? t('tables.wrong.twofold', { name: problem.name.trim() })
    : t(`tables.wrong.${problem.kind}`);
