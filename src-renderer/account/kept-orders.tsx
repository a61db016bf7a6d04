import { ChevronRight } from 'lucide-react';
import type { GuestOrderOut } from '#shared/protocol/wire-guest.ts';
import { useStateText } from '../guest/use-state-text.ts';
import { useLanguage, useText } from '../messages/text-context.tsx';
import { useAsked } from '../people/use-asked.ts';
import { useAccount } from './account-context.ts';

const everyMs = 5000;

/** The newest first; one that is under way leads to its page, which is live. */
export function KeptOrders() {
  const t = useText();
  const { api } = useAccount();
  const { value, isMissing } = useAsked(api.orders, everyMs);
  return (
    <section className="grid gap-2">
      <h2 className="text-[1.375rem] font-bold">{t('guest.account.orders')}</h2>
      {isMissing && (
        <p role="alert" className="rounded-lg bg-band-warn p-3 text-[1.125rem] text-on-band-warn">
          <strong>{t('guest.lost')}</strong> {t('guest.lostDetail')}
        </p>
      )}
      {value?.length === 0 && <p className="text-[1.25rem] leading-snug text-muted">{t('guest.account.none')}</p>}
      {value && value.length > 0 && (
        <ul className="overflow-hidden rounded-2xl border border-edge bg-surface">
          {value.map((one) => (
            <li key={`${one.placed_at}/${one.guest.number}`} className="border-b border-edge last:border-b-0">
              <Kept kept={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({ kept: { path, placed_at: placedAt, guest } }: { readonly kept: GuestOrderOut }) {
  const language = useLanguage();
  const { title } = useStateText(guest);
  const day = new Date(placedAt).toLocaleDateString(language, { dateStyle: 'medium', numberingSystem: 'latn' });
  const dishes = guest.items.map(({ quantity, name }) => `${quantity} ${name}`).join(', ');
  const content = (
    <>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex flex-wrap justify-between gap-x-3 text-[1.25rem] font-bold">
          <span dir="ltr">{guest.number}</span>
          <span data-kept={guest.state}>{title}</span>
        </span>
        <span className="words text-[1.125rem]">{dishes}</span>
        <span className="text-[1rem] text-muted">{day}</span>
      </span>
      {path && <ChevronRight aria-hidden className="size-6 shrink-0 rtl:rotate-180" />}
    </>
  );
  const look = 'flex min-h-hit items-center gap-3 px-4 py-3 leading-snug';
  return path ? (
    <a href={path} className={`${look} active:bg-raised`}>
      {content}
    </a>
  ) : (
    <div className={look}>{content}</div>
  );
}
