import { History, type LucideIcon, Trash2, UserPen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dispute } from './dispute.tsx';
import type { useDishEdit } from './use-dish-edit.ts';

type DishNotesProps = {
  readonly form: ReturnType<typeof useDishEdit>;
  readonly product: Product | undefined;
  readonly isGone: boolean;
};

/** What happened to the dish while it was open here, or before ([MNE4], [MNE5]). */
export function DishNotes({ form, product, isGone }: DishNotesProps) {
  const t = useText();
  const { edit, isFound, taken, disputed, decide, startAnew } = form;
  const fields = taken.map((field) => t(`menuOffice.field.${field}`)).join(', ');
  return (
    <>
      {isFound && (
        <Note icon={History} name="found">
          <p className="min-w-0 flex-1 basis-56">{t('menuOffice.found')}</p>
          <Button look="framed" wraps onClick={startAnew}>
            {t('menuOffice.throwAway')}
          </Button>
        </Note>
      )}
      {isGone && (
        <Note icon={Trash2} name="gone">
          <p className="min-w-0 flex-1 basis-56">{t('menuOffice.gone')}</p>
        </Note>
      )}
      {fields !== '' && (
        <Note icon={UserPen} name="taken">
          <p className="min-w-0 flex-1 basis-56">{t('menuOffice.taken', { fields })}</p>
        </Note>
      )}
      {product &&
        disputed.map((field) => (
          <Dispute
            key={field}
            field={field}
            edit={edit}
            product={product}
            onDecide={(isTheirs) => decide(field, isTheirs)}
          />
        ))}
    </>
  );
}

type NoteProps = { readonly icon: LucideIcon; readonly name: string; readonly children: ReactNode };

const Note = ({ icon: Icon, name, children }: NoteProps) => (
  <div
    role="status"
    data-note={name}
    className="flex flex-wrap items-center gap-3 rounded-xl border-2 border-edge bg-note p-4 text-[1.25rem] leading-snug font-semibold"
  >
    <Icon aria-hidden className="size-7 shrink-0" />
    {children}
  </div>
);
