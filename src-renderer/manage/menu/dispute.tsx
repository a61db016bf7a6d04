import { UserPen } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { type DishDraft, type DishField, draftOf } from './dish-draft.ts';
import type { DishEdit } from './dish-edit.ts';
import { shownIn } from './shown-field.ts';

type DisputeProps = {
  readonly field: DishField;
  readonly edit: DishEdit;
  readonly product: Product;
  readonly onDecide: (isTheirs: boolean) => void;
};

/** Two have changed the same thing: both are shown, and whoever is here says which holds ([MNE5]). */
export function Dispute({ field, edit, product, onDecide }: DisputeProps) {
  const t = useText();
  const nameOf = useStationName();
  const words = (draft: DishDraft) => shownIn(draft, field, nameOf) || t('menuOffice.nothing');
  const name = t(`menuOffice.field.${field}`);
  return (
    <fieldset
      data-dispute={field}
      aria-label={t('menuOffice.disputed', { field: name })}
      className="grid min-w-0 gap-3 rounded-xl border-2 border-danger p-4"
    >
      <p role="alert" className="flex items-start gap-3 text-[1.25rem] leading-snug font-bold">
        <UserPen aria-hidden className="size-7 shrink-0 text-danger" />
        {t('menuOffice.disputed', { field: name })}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[1.25rem] leading-snug">
        <dt className="text-muted">{t('menuOffice.theirs')}</dt>
        <dd className="words font-semibold">{words(draftOf(product, edit))}</dd>
        <dt className="text-muted">{t('menuOffice.yours')}</dt>
        <dd className="words font-semibold">{words(edit.draft)}</dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <Button look="framed" wraps data-decide="theirs" onClick={() => onDecide(true)}>
          {t('menuOffice.takeTheirs')}
        </Button>
        <Button look="framed" wraps data-decide="mine" onClick={() => onDecide(false)}>
          {t('menuOffice.keepYours')}
        </Button>
      </div>
    </fieldset>
  );
}
