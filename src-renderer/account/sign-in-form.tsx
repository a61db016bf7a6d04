import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import type { SignInProblem } from '../store/screen-state.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useAccount } from './account-context.ts';

type SignInFormProps = { readonly problem: SignInProblem | null; readonly isBusy: boolean };

export function SignInForm({ problem, isBusy }: SignInFormProps) {
  const t = useText();
  const { signIn } = useAccount();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(username.trim(), password);
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      {problem && <Problem problem={problem} />}
      <Field
        label={t('session.username')}
        hint={t('guest.account.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <PasswordField
        label={t('session.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? t('session.signingIn') : t('session.signIn')}
      </Button>
    </form>
  );
}
