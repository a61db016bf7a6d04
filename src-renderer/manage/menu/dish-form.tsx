import { Save } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { LeaveDialog } from '../leave-dialog.tsx';
import { useLeaveGuard } from '../leave-guard.ts';
import { addressOf } from '../place.ts';
import { AllergensField } from './allergens-field.tsx';
import { isChanged } from './dish-edit.ts';
import { DishFoot } from './dish-foot.tsx';
import { DishNotes } from './dish-notes.tsx';
import type { FormPart } from './form-part.ts';
import { GroupsField } from './groups-field.tsx';
import type { Told } from './menu-section.tsx';
import { PhotoField } from './photo-field.tsx';
import { PlainFields } from './plain-fields.tsx';
import { SaveProblem } from './save-problem.tsx';
import { StationsField } from './stations-field.tsx';
import type { useDishEdit } from './use-dish-edit.ts';
import { useSave } from './use-save.ts';

type DishFormProps = {
  /** As the menu has it; undefined for a new one, and for one that is there no more. */
  readonly product: Product | undefined;
  readonly isGone: boolean;
  readonly form: ReturnType<typeof useDishEdit>;
  readonly onDone: (told: Told) => void;
};

/** Nothing that was typed is lost: by a refusal, a reload, a lost network, or another manager ([MNE4], [MNE5]). */
export function DishForm({ product, isGone, form, onDone }: DishFormProps) {
  const t = useText();
  const { edit, set, disputed } = form;
  const saving = useSave(edit, product);
  const [photo, setPhoto] = useState<'none' | 'chosen' | 'forgotten'>('none');
  const isUnsaved = isChanged(edit) || photo !== 'none';
  const guard = useLeaveGuard(isUnsaved);
  const element = useFirstWrong(saving.tries, saving.isBusy);
  const leave = (hash = addressOf('menu')) => {
    form.drop();
    guard.leave(hash);
  };
  const done = (what: Told['what'], { id, name }: Pick<Product, 'id' | 'name'>) => {
    onDone({ what, name, id: what === 'removed' ? null : id });
    leave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Leaving the form would lose it.
    if (photo !== 'none') return setPhoto('forgotten');
    return saving.save((saved) => done(product ? 'saved' : 'added', saved));
  };
  const part: FormPart = {
    draft: edit.draft,
    writing: edit,
    set,
    errorAt: (path) => {
      const trouble = saving.troubles[path];
      return trouble && t(`menuOffice.wrong.${trouble}`);
    },
  };
  return (
    <form
      ref={element}
      noValidate
      data-dish-form
      onSubmit={submit}
      className="grid min-w-0 gap-8 [&_button]:scroll-mb-28 [&_div:has(>input)]:bg-surface [&_input]:scroll-mb-28"
    >
      <h2 className="words text-[1.75rem] leading-tight font-bold">
        {edit.draft.name.trim() || t('menuOffice.newDish')}
      </h2>
      <DishNotes form={form} product={product} isGone={isGone} />
      {/* While it is on its way: what was typed now would be on no menu. */}
      <div inert={saving.isBusy} className="grid min-w-0 gap-8">
        <PlainFields {...part} product={product} />
        <PhotoField
          product={product}
          isForgotten={photo === 'forgotten'}
          onChosen={(isChosen) => setPhoto(isChosen ? 'chosen' : 'none')}
        />
        <StationsField {...part} />
        <AllergensField {...part} />
        <GroupsField {...part} product={product} />
        {product && <DishFoot product={product} onRemoved={() => done('removed', product)} />}
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 -mb-4 grid gap-3 border-t border-edge bg-ground p-4 sm:-mx-6 sm:-mb-6 sm:px-6">
        {saving.problem && <SaveProblem problem={saving.problem} />}
        {Object.keys(saving.troubles).length > 0 && (
          <p role="alert" className="text-chrome font-semibold text-danger">
            {t('menuOffice.mend')}
          </p>
        )}
        <div className="grid grid-cols-2 gap-3 sm:flex">
          <Button type="submit" look="primary" wraps data-save disabled={saving.isBusy || disputed.length > 0}>
            <Save aria-hidden className="size-[1.3em] shrink-0" />
            {t('people.save')}
          </Button>
          <Button look="framed" onClick={() => (isUnsaved ? guard.ask(addressOf('menu')) : leave())}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
      <LeaveDialog leaving={guard} onLeave={leave} />
    </form>
  );
}

/** After each try that has failed: the first box that is wrong may be out of sight. */
function useFirstWrong(tries: number, isBusy: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const find = (what: string) => form.current?.querySelector<HTMLElement>(what);
    if (tries > 0 && !isBusy) (find('[aria-invalid], [data-wrong]') ?? find('[data-save]'))?.focus();
  }, [tries, isBusy]);
  return form;
}
