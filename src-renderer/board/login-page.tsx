import { Tablet, TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { messages } from '../messages/en.ts';
import type { SignInProblem } from '../store/board-state.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { CardPage } from './card-page.tsx';
import { PasswordField } from './password-field.tsx';
import { useBoard, useScreen } from './screen-context.ts';

type LoginPageProps = { readonly problem: SignInProblem | null; readonly busy: boolean };

/** Sent by script and not by the form itself: the page may post to nowhere. */
export function LoginPage({ problem, busy }: LoginPageProps) {
  const { client } = useScreen();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.signIn(username.trim(), password);
  };
  return (
    <CardPage title={messages.signIn} lead={messages.signInLead}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Problem text={wordsFor(problem)} />}
        <Field
          label={messages.username}
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
          label={messages.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" look="primary" size="large" disabled={busy || username.trim() === '' || password === ''}>
          {busy ? messages.signingIn : messages.signIn}
        </Button>
        <p className="text-chrome text-muted">{messages.signInHint}</p>
        <Kept />
      </form>
    </CardPage>
  );
}

/** Whose they are is nobody's business here. */
function Kept() {
  const count = useBoard(({ kept }) => kept.byOthers.reduce((sum, other) => sum + other.count, 0));
  if (count === 0) return null;
  return (
    <p className="flex gap-3 text-chrome font-semibold">
      <Tablet aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {messages.keptUntilSignIn(count)}
    </p>
  );
}

const wordsFor = (problem: SignInProblem) =>
  problem.kind === 'refused' ? problem.objection.detail : messages.signInUnreachable;

export function Problem({ text }: { readonly text: string }) {
  return (
    <p role="alert" className="flex gap-3 rounded-lg border-2 border-danger p-3 text-chrome font-semibold text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {text}
    </p>
  );
}
