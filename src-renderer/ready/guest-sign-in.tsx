import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { PairLink } from '../screen/sign-in/pair-link.tsx';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import type { SignInProblem } from '../store/screen-state.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useReadyScreen } from './ready-context.ts';

type GuestSignInProps = { readonly problem: SignInProblem | null; readonly busy: boolean };

/** Once, by whoever hangs the screen up. */
export function GuestSignIn({ problem, busy }: GuestSignInProps) {
  const t = useText();
  const { client } = useReadyScreen();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.signIn(username.trim(), password);
  };
  return (
    <main className="grid min-h-full place-items-center p-4">
      <form onSubmit={submit} className="grid w-full max-w-[30rem] gap-5 rounded-2xl border border-edge bg-surface p-6">
        <div>
          <h1 className="text-[2.25rem] leading-tight font-bold">{t('session.signIn')}</h1>
          <p className="text-[1.25rem] text-muted">{t('guests.signInLead')}</p>
        </div>
        {problem && <Problem problem={problem} />}
        <Field
          label={t('session.username')}
          autoComplete="username"
          autoCapitalize="none"
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
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? t('session.signingIn') : t('session.signIn')}
        </Button>
        <PairLink />
      </form>
    </main>
  );
}
