import { BookmarkPlus } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useGuestScreen } from './guest-context.ts';
import { useHasAccounts } from './use-has-accounts.ts';

/** Into the guest's account, where guests can have one ([GST9]). The secret goes along behind the `#`, which is sent nowhere. */
export function KeepOrder() {
  const t = useText();
  const { secret } = useGuestScreen();
  if (!useHasAccounts()) return null;
  return (
    <a
      href={`/account#${secret}`}
      data-keep-order
      className="inline-flex min-h-hit items-center justify-center gap-2 rounded-lg border-2 border-edge bg-surface px-4 text-chrome font-semibold active:bg-raised"
    >
      <BookmarkPlus aria-hidden className="size-6 shrink-0" />
      {t('guest.account.keep')}
    </a>
  );
}
