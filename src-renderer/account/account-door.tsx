import { useEffect, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import type { SignInProblem } from '../store/screen-state.ts';
import { Choice } from '../ui/choice.tsx';
import { useAccount } from './account-context.ts';
import { RegisterForm } from './register-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

type AccountDoorProps = { readonly problem: SignInProblem | null; readonly isBusy: boolean };

/** In, for who has an account, and where the restaurant wants it, to one ([GST8]). */
export function AccountDoor(props: AccountDoorProps) {
  const t = useText();
  const isOpen = useIsOpen();
  const [isNew, setIsNew] = useState(false);
  return (
    <main className="grid min-h-full place-items-center p-4">
      <div className="grid w-full max-w-[30rem] gap-5 rounded-2xl border border-edge bg-surface p-5">
        <div className="grid gap-1">
          <h1 className="text-[2rem] leading-tight font-bold">{t('guest.account.title')}</h1>
          <p className="text-[1.25rem] leading-snug text-muted">{t('guest.account.lead')}</p>
        </div>
        {isOpen && (
          <div className="grid grid-cols-2 gap-3">
            <Choice isChosen={!isNew} onClick={() => setIsNew(false)}>
              {t('guest.account.known')}
            </Choice>
            <Choice isChosen={isNew} onClick={() => setIsNew(true)}>
              {t('guest.account.new')}
            </Choice>
          </div>
        )}
        {isOpen && isNew ? <RegisterForm /> : <SignInForm {...props} />}
      </div>
    </main>
  );
}

/** Undefined until it is known. */
function useIsOpen(): boolean | undefined {
  const { api } = useAccount();
  const [isOpen, setIsOpen] = useState<boolean>();
  useEffect(() => {
    let isOver = false;
    void api.isOpen().then((answer) => isOver || (answer.kind === 'ok' && setIsOpen(answer.value)));
    return () => {
      isOver = true;
    };
  }, [api]);
  return isOpen;
}
