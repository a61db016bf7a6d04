import { UtensilsCrossed } from 'lucide-react';
import { useState } from 'react';
import { productId } from '#shared/domain/id.ts';
import { useLanguage, useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FullPage } from '../../ui/full-page.tsx';
import { addressOf } from '../place.ts';
import { draftOf } from './dish-draft.ts';
import { editOf, newEdit } from './dish-edit.ts';
import { DishForm } from './dish-form.tsx';
import type { Told } from './menu-section.tsx';
import { proposedSku } from './proposed-sku.ts';
import { useDishEdit } from './use-dish-edit.ts';

type DishPageProps = {
  /** Of the dish; `new` for one that there is not yet. */
  readonly id: string;
  /** A new one is as this one, to begin with. */
  readonly copied: string | undefined;
  readonly onDone: (told: Told) => void;
};

/** One dish in its form, under an address of its own ([MNE2]). */
export function DishPage({ id, copied, onDone }: DishPageProps) {
  const language = useLanguage();
  const products = useScreenState((state) => kitchenOf(state).products);
  const isNew = id === 'new';
  const product = isNew ? undefined : products.get(productId(id));
  const [opened] = useState(product);
  const begin = () => {
    const there = product ?? opened;
    if (there) return editOf(there, language);
    const writing = { currency: products.values().next().value?.currency ?? '', language };
    const source = copied === undefined ? undefined : products.get(productId(copied));
    if (!source) return newEdit(writing);
    const isTaken = (sku: string) => [...products.values()].some((other) => other.sku === sku);
    return newEdit(writing, { ...draftOf(source, writing), sku: proposedSku(source.name, isTaken) });
  };
  const form = useDishEdit(copied === undefined ? id : `copy/${copied}`, product, begin);
  if (!isNew && !product && !opened && !form.isFound) return <NoSuchDish />;
  return <DishForm product={product} isGone={!isNew && !product} form={form} onDone={onDone} />;
}

function NoSuchDish() {
  const t = useText();
  return (
    <FullPage
      icon={<UtensilsCrossed aria-hidden className="size-16" strokeWidth={1.25} />}
      title={t('menuOffice.noSuchTitle')}
      detail={t('menuOffice.noSuchDetail')}
      action={
        <ButtonLink look="primary" href={addressOf('menu')}>
          {t('menuOffice.toList')}
        </ButtonLink>
      }
    />
  );
}
