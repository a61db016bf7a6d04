import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useFieldErrors } from '../people/use-field-errors.ts';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useAccount, useWish } from './account-context.ts';

/** A name to be called by and a password; the name to sign in with comes from the kitchen ([GST8]). */
export function RegisterForm() {
  const t = useText();
  const { api, open } = useAccount();
  const { isBusy, problem, run } = useWish();
  const { errorAt, rest } = useFieldErrors(problem);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => api.register(name.trim(), password), open);
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      {rest && <Problem problem={rest} />}
      <Field
        label={t('guest.account.name')}
        autoComplete="name"
        required
        maxLength={80}
        error={errorAt('display_name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        label={t('session.password')}
        hint={t('session.newPasswordHint')}
        autoComplete="new-password"
        error={errorAt('password')}
        value={password}
        onChange={setPassword}
      />
      <p className="text-[1.125rem] leading-snug text-muted">{t('guest.account.stored')}</p>
      <Button type="submit" look="primary" wraps disabled={isBusy}>
        {t('guest.account.make')}
      </Button>
    </form>
  );
}
