import { Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { allergensIn } from '../../floor/ring/allergens-in.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { addedTo, commonAllergens, hasWord, offeredAllergens, withoutWord } from './common-allergens.ts';
import type { FormPart } from './form-part.ts';
import { FormSection } from './form-section.tsx';
import { Pill } from './pill.tsx';

/** What the dish contains, in words that the whole menu shares; own ones can be added. */
export function AllergensField({ draft, set, errorAt }: FormPart) {
  const t = useText();
  const products = useScreenState((state) => kitchenOf(state).products);
  const { allergens } = draft;
  const used = [...products.values()].flatMap((product) => product.allergens);
  const common = commonAllergens.map((name) => t(`menuOffice.allergen.${name}`));
  // A word does not change its place when it is tapped.
  const offered = offeredAllergens(used, common, allergens);
  const tap = (word: string) =>
    set({ allergens: hasWord(allergens, word) ? withoutWord(allergens, word) : addedTo(allergens, [word]) });
  return (
    <FormSection
      title={t('menuOffice.field.allergens')}
      hint={t('menuOffice.allergensHint')}
      error={errorAt('allergens')}
    >
      <div className="flex flex-wrap gap-2">
        {offered.map((word) => (
          <Pill key={word} isChosen={hasWord(allergens, word)} onTap={() => tap(word)}>
            {word}
          </Pill>
        ))}
      </div>
      <OwnAllergen onAdd={(words) => set({ allergens: addedTo(allergens, words) })} />
    </FormSection>
  );
}

function OwnAllergen({ onAdd }: { readonly onAdd: (words: readonly string[]) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const add = () => {
    onAdd(allergensIn(typed));
    setTyped('');
  };
  // Enter in this box does not save the dish.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="flex max-w-xl items-end gap-3">
      <div className="min-w-0 flex-1">
        <Field
          label={t('menuOffice.ownAllergen')}
          name="own-allergen"
          autoComplete="off"
          value={typed}
          onKeyDown={onKey}
          // What was typed and not added would be lost with the next tap on “Save”.
          onBlur={add}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button look="framed" disabled={typed.trim() === ''} onClick={add}>
        <Plus aria-hidden className="size-[1.2em]" strokeWidth={3} />
        {t('floor.add')}
      </Button>
    </div>
  );
}
