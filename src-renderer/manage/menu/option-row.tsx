import { Trash2 } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { MoveButtons, type PlaceInList } from '../move-buttons.tsx';
import type { OptionDraft } from './dish-draft.ts';

type OptionRowProps = {
  readonly option: OptionDraft;
  readonly place: PlaceInList;
  readonly errorAt: (path: 'name' | 'price') => string | undefined;
  readonly onChange: (change: Partial<OptionDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One answer that a guest may give, and what it costs on top. */
export function OptionRow({ option, place, errorAt, onChange, onMove, onRemove }: OptionRowProps) {
  const t = useText();
  const number = place.at + 1;
  const title = option.name.trim() || t('menuOffice.optionNumber', { number });
  return (
    <li data-option className="grid grid-cols-[1fr_auto] items-start gap-3 sm:grid-cols-[2fr_1fr_auto]">
      <div className="max-sm:col-span-2">
        <Field
          label={t('menuOffice.optionNumber', { number })}
          error={errorAt('name')}
          // The first of a new group lets its name come first.
          autoFocus={option.name === '' && place.at > 0 && place.at === place.of - 1}
          autoComplete="off"
          value={option.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <Field
        label={t('menuOffice.optionPrice')}
        error={errorAt('price')}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        value={option.price}
        onChange={(event) => onChange({ price: event.target.value })}
      />
      <div className="flex gap-2 pt-8">
        <MoveButtons name={title} place={place} onMove={onMove} />
        <Button data-remove-option aria-label={t('menuOffice.removeNamed', { what: title })} onClick={onRemove}>
          <Trash2 aria-hidden className="size-6" />
        </Button>
      </div>
    </li>
  );
}
