import { useEffect } from 'react';
import type { Person } from '../link/session.ts';
import { useText } from '../messages/text-context.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useAccount, useWish } from './account-context.ts';
import { CloseForm } from './close-form.tsx';
import { KeptOrders } from './kept-orders.tsx';
import { PasswordForm } from './password-form.tsx';

/** Whose it is, their orders, and what can be done with the account itself. */
export function OwnAccount({ person }: { readonly person: Person }) {
  const t = useText();
  const { signOut } = useAccount();
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-edge bg-surface px-4 py-2">
        <h1 className="text-[1.5rem] font-bold wrap-anywhere">
          <bdi>{person.displayName}</bdi>
        </h1>
        <Button onClick={() => void signOut()}>{t('session.signOut')}</Button>
      </header>
      <main className="mx-auto grid w-full max-w-2xl content-start gap-6 p-4">
        <p className="text-[1.25rem] leading-snug">
          {t('guest.account.yourName')}{' '}
          <strong dir="ltr" data-username className="font-bold wrap-anywhere select-all">
            {person.username}
          </strong>
        </p>
        <Orders />
        <PasswordForm />
        <CloseForm />
      </main>
    </div>
  );
}

/** With the order whose link led here, once that is in the account. */
function Orders() {
  const { api, kept } = useAccount();
  const { isBusy, problem, run } = useWish();
  const secret = kept.read();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order that was brought along
  useEffect(() => {
    if (secret !== undefined) run(() => api.keep(secret), kept.forget);
  }, [secret]);
  return (
    <>
      {problem && <Problem problem={problem} />}
      {isBusy ? null : <KeptOrders />}
    </>
  );
}
