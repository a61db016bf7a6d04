import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useAccount, useWish } from './account-context.ts';
import { Fold } from './fold.tsx';

/** For good; what it does not end is said before ([GST9]). */
export function CloseForm() {
  const t = useText();
  const { api, signedOut } = useAccount();
  const { isBusy, problem, run } = useWish();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => api.close(password), signedOut);
  };
  return (
    <Fold title={t('guest.account.close')}>
      <form onSubmit={submit} className="grid gap-5">
        <p className="text-[1.25rem] leading-snug">{t('guest.account.closeDetail')}</p>
        {problem && <Problem problem={problem} />}
        <PasswordField
          label={t('session.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" look="sure" wraps disabled={isBusy}>
          {t('guest.account.closeSure')}
        </Button>
      </form>
    </Fold>
  );
}
