import { Plus, Trash2 } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { MoveButtons, type PlaceInList } from '../move-buttons.tsx';
import { freshKey, type GroupDraft, movedBy, type OptionDraft } from './dish-draft.ts';
import { Wrong } from './form-section.tsx';
import { OptionRow } from './option-row.tsx';

type GroupCardProps = {
  readonly group: GroupDraft;
  readonly place: PlaceInList;
  /** By the path within the group. */
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (change: Partial<GroupDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One question about the dish: what it is called, how many answers it takes, and which there are. */
export function GroupCard({ group, place, errorAt, onChange, onMove, onRemove }: GroupCardProps) {
  const t = useText();
  const { name, min, max, options } = group;
  const title = name.trim() || t('menuOffice.groupNumber', { number: place.at + 1 });
  const setOptions = (next: readonly OptionDraft[]) => onChange({ options: next });
  const optionsWrong = errorAt('options');
  return (
    <li className="min-w-0">
      <fieldset
        data-group-card
        aria-label={title}
        className="grid min-w-0 gap-4 rounded-xl border-2 border-edge bg-surface p-3 sm:p-4"
      >
        <Field
          label={t('menuOffice.groupName')}
          hint={t('menuOffice.groupNameHint')}
          error={errorAt('name')}
          autoFocus={name === '' && options.every((option) => option.name === '')}
          autoComplete="off"
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <div className="grid grid-cols-2 items-start gap-3">
          <Field
            label={t('menuOffice.min')}
            hint={t('menuOffice.minHint')}
            error={errorAt('min')}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            value={min}
            onChange={(event) => onChange({ min: event.target.value })}
          />
          <Field
            label={t('menuOffice.max')}
            hint={t('menuOffice.maxHint')}
            error={errorAt('max')}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            value={max}
            onChange={(event) => onChange({ max: event.target.value })}
          />
        </div>
        {optionsWrong && <Wrong words={optionsWrong} />}
        <ol aria-label={t('menuOffice.options')} className="grid gap-3">
          {options.map((option, at) => (
            <OptionRow
              key={option.key}
              option={option}
              place={{ at, of: options.length }}
              errorAt={(path) => errorAt(`options[${at}].${path}`)}
              onChange={(change) => setOptions(options.with(at, { ...option, ...change }))}
              onMove={(by) => setOptions(movedBy(options, at, by))}
              onRemove={() => setOptions(options.toSpliced(at, 1))}
            />
          ))}
        </ol>
        <div className="flex flex-wrap gap-3">
          <Button
            look="framed"
            wraps
            data-add-option
            onClick={() => setOptions([...options, { key: freshKey(options), name: '', price: '' }])}
          >
            <Plus aria-hidden className="size-[1.2em] shrink-0" strokeWidth={3} />
            {t('menuOffice.addOption')}
          </Button>
          <span className="ms-auto flex gap-2">
            <MoveButtons name={title} place={place} onMove={onMove} />
            <Button data-remove-group aria-label={t('menuOffice.removeNamed', { what: title })} onClick={onRemove}>
              <Trash2 aria-hidden className="size-6" />
            </Button>
          </span>
        </div>
      </fieldset>
    </li>
  );
}
