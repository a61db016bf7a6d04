import { Tablet } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import type { SignInProblem } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useScreen, useScreenState } from '../screen-context.ts';
import { CardPage } from './card-page.tsx';
import { PairLink } from './pair-link.tsx';
import { PasswordField } from './password-field.tsx';
import { Problem } from './problem.tsx';

type LoginPageProps = {
  readonly problem: SignInProblem | null;
  readonly busy: boolean;
  /** What for. */
  readonly lead: string;
};

/** Sent by script and not by the form itself: the page may post to nowhere. */
export function LoginPage({ problem, busy, lead }: LoginPageProps) {
  const t = useText();
  const { client } = useScreen();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.signIn(username.trim(), password);
  };
  return (
    <CardPage title={t('session.signIn')} lead={lead}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Problem problem={problem} />}
        <Field
          label={t('session.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
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
        <Button type="submit" look="primary" disabled={busy || username.trim() === '' || password === ''}>
          {busy ? t('session.signingIn') : t('session.signIn')}
        </Button>
        <p className="text-chrome text-muted">{t('session.hint')}</p>
        <PairLink />
        <Kept />
      </form>
    </CardPage>
  );
}

/** Whose they are is nobody's business here. */
function Kept() {
  const t = useText();
  const count = useScreenState(({ kept }) => kept.byOthers.reduce((sum, other) => sum + other.count, 0));
  if (count === 0) return null;
  return (
    <p className="flex gap-3 text-chrome font-semibold">
      <Tablet aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {t('delivery.keptUntilSignIn', { count })}
    </p>
  );
}
