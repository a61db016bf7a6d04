import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { Question } from '../../people/question.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import { useMenuApi } from './use-menu-api.ts';

type DishFootProps = { readonly product: Product; readonly onRemoved: () => void };

/** What can be done with a dish as a whole. */
export function DishFoot({ product: { id, name }, onRemoved }: DishFootProps) {
  const t = useText();
  const api = useMenuApi();
  const removing = useDeed(`remove ${id}`);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="grid gap-4 border-t border-edge pt-6">
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="framed" wraps data-duplicate href={addressOf('menu', 'new', id)}>
          <Copy aria-hidden className="size-[1.2em] shrink-0" />
          {t('menuOffice.duplicate')}
        </ButtonLink>
        <Button look="framed" wraps data-remove aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          <Trash2 aria-hidden className="size-[1.2em] shrink-0" />
          {t('menuOffice.remove')}
        </Button>
      </div>
      {isAsking && (
        <Question
          words={t('menuOffice.removeQuestion', { dish: name })}
          yes={t('menuOffice.removeYes')}
          deed={removing}
          onNo={() => setAsking(false)}
          onYes={() => removing.run(() => api.remove(id), onRemoved)}
        />
      )}
    </div>
  );
}
