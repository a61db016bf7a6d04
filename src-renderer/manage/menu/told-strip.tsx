import { CircleCheckBig, Plus } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import type { Told } from './menu-section.tsx';

/** What has just been done; after a new dish, the way to the next one. */
export function ToldStrip({ told: { what, name } }: { readonly told: Told }) {
  const t = useText();
  return (
    <div
      role="status"
      data-told={what}
      className="flex flex-wrap items-center gap-3 rounded-xl border border-edge bg-surface p-3"
    >
      <CircleCheckBig aria-hidden className="size-7 shrink-0 text-done" />
      <p className="words min-w-0 flex-1 basis-40 text-[1.25rem] leading-snug font-semibold">
        {t(`menuOffice.told.${what}`, { dish: name })}
      </p>
      {what === 'added' && (
        <ButtonLink wraps href={addressOf('menu', 'new')}>
          <Plus aria-hidden className="size-[1.2em] shrink-0" strokeWidth={3} />
          {t('menuOffice.another')}
        </ButtonLink>
      )}
    </div>
  );
}
