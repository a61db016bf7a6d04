import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useAccount, useWish } from './account-context.ts';
import { Fold } from './fold.tsx';

/** Ends what is open elsewhere ([AUT6]). */
export function PasswordForm() {
  const t = useText();
  const { api } = useAccount();
  const { isBusy, problem, run } = useWish();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const [isDone, setIsDone] = useState(false);
  const isShort = problem?.kind === 'refused' && problem.fields.some(({ path }) => path === 'new_password');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsDone(false);
    run(
      () => api.choosePassword(current, chosen),
      () => {
        setCurrent('');
        setChosen('');
        setIsDone(true);
      },
    );
  };
  return (
    <Fold title={t('guest.account.changePassword')}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && !isShort && <Problem problem={problem} />}
        <PasswordField
          label={t('guest.account.current')}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <PasswordField
          label={t('session.newPassword')}
          hint={t('session.newPasswordHint')}
          autoComplete="new-password"
          error={isShort ? t('staff.wrong.password') : undefined}
          value={chosen}
          onChange={setChosen}
        />
        <Button type="submit" look="primary" wraps disabled={isBusy}>
          {t('session.choose')}
        </Button>
        <p role="status" className="text-[1.125rem] font-semibold text-done">
          {isDone && t('guest.account.changed')}
        </p>
      </form>
    </Fold>
  );
}
