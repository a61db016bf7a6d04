import type { Station } from '#shared/domain/station.ts';
import { stationKinds } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { FieldFault } from './field-fault.tsx';
import type { Choosable } from './offered.ts';
import { longestName, type StationList } from './station-draft.ts';
import { WordPicker } from './word-picker.tsx';

export type StationErrors = Readonly<Partial<Record<'name' | 'next', string>>>;

type StationFormProps = {
  readonly station: Station;
  readonly others: StationList;
  readonly categories: readonly Choosable[];
  readonly dishes: readonly Choosable[];
  readonly errors: StationErrors;
  readonly onChange: (change: Partial<Station>) => void;
};

/** As the server takes them. */
const [longestCategory, longestDish] = [80, 200];

/** One station; what is changed here stands in the list at once, and holds when all of it is saved. */
export function StationForm({ station, others, categories, dishes, errors, onChange }: StationFormProps) {
  const t = useText();
  const isCooking = station.kind === 'prep';
  return (
    <div data-station-form className="grid gap-6 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5">
      <Field
        label={t('stationOffice.name')}
        hint={t('stationOffice.nameHint')}
        error={errors.name}
        name="station-name"
        autoFocus
        autoComplete="off"
        maxLength={longestName}
        value={station.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-2 text-[1.25rem] font-bold">{t('stationOffice.kind')}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {stationKinds.map((kind) => (
            <Choice key={kind} isChosen={kind === station.kind} onClick={() => onChange({ kind })}>
              {t(`station.kind.${kind}`)}
            </Choice>
          ))}
        </div>
        <p className="text-chrome leading-snug text-muted">{t(`stationOffice.kindHint.${station.kind}`)}</p>
      </fieldset>
      {isCooking && (
        <>
          <WordPicker
            name="categories"
            label={t('stationOffice.categories')}
            hint={t('stationOffice.categoriesHint')}
            find={t('stationOffice.findCategory')}
            chosen={station.categories}
            options={categories}
            offersAll
            longest={longestCategory}
            onChange={(chosen) => onChange({ categories: chosen })}
          />
          <WordPicker
            name="dishes"
            label={t('stationOffice.dishes')}
            hint={t('stationOffice.dishesHint')}
            find={t('stationOffice.findDish')}
            chosen={station.items}
            options={dishes}
            offersAll={false}
            longest={longestDish}
            onChange={(items) => onChange({ items })}
          />
          <GoesOn station={station} others={others} error={errors.next} onChange={onChange} />
        </>
      )}
      {!isCooking && errors.next && <FieldFault words={errors.next} />}
    </div>
  );
}

type GoesOnProps = Pick<StationFormProps, 'station' | 'others' | 'onChange'> & { readonly error: string | undefined };

/** Make, then finish ([RTE3]). */
function GoesOn({ station, others, error, onChange }: GoesOnProps) {
  const t = useText();
  const cooking = others.filter(({ kind, id }) => kind === 'prep' || id === station.next);
  return (
    <fieldset data-goes-on data-invalid={error ? true : undefined} className="grid min-w-0 gap-3">
      <legend className="mb-2 text-[1.25rem] font-bold">{t('stationOffice.next')}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice isChosen={station.next === null} onClick={() => onChange({ next: null })}>
          {t('stationOffice.nobody')}
        </Choice>
        {cooking.map(({ id, name }) => (
          <Choice key={id} isChosen={station.next === id} onClick={() => onChange({ next: id })}>
            <span className="words min-w-0">{name || t('stationOffice.unnamed')}</span>
          </Choice>
        ))}
      </div>
      {error ? (
        <FieldFault words={error} />
      ) : (
        <p className="text-chrome leading-snug text-muted">{t('stationOffice.nextHint')}</p>
      )}
    </fieldset>
  );
}
