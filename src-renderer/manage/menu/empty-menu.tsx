import { FileSpreadsheet, Plus, UtensilsCrossed } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import type { Told } from './menu-section.tsx';
import { ToldStrip } from './told-strip.tsx';

/** Before there is a menu: the two ways to one. */
export function EmptyMenu({ told }: { readonly told: Told | null }) {
  const t = useText();
  return (
    <>
      {told && <ToldStrip told={told} />}
      <section data-empty-menu className="grid justify-items-center gap-5 px-4 py-10 text-center">
        <UtensilsCrossed aria-hidden className="size-16 text-muted" strokeWidth={1.25} />
        <h2 className="text-[1.75rem] leading-tight font-bold">{t('menuOffice.emptyTitle')}</h2>
        <p className="max-w-2xl text-[1.25rem] leading-snug text-muted">{t('menuOffice.emptyDetail')}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <ButtonLink look="primary" wraps data-new-dish href={addressOf('menu', 'new')}>
            <Plus aria-hidden className="size-[1.4em] shrink-0" strokeWidth={3} />
            {t('menuOffice.firstDish')}
          </ButtonLink>
          <ButtonLink look="framed" wraps data-to-file href={addressOf('menu', 'file')}>
            <FileSpreadsheet aria-hidden className="size-[1.4em] shrink-0" />
            {t('menuOffice.fromFile')}
          </ButtonLink>
        </div>
      </section>
    </>
  );
}
