import { type FormEvent, useState } from 'react';
import type { Objection } from '../link/answer.ts';
import { messages } from '../messages/en.ts';
import { Button } from '../ui/button.tsx';
import { CardPage } from './card-page.tsx';
import { Problem } from './login-page.tsx';
import { PasswordField } from './password-field.tsx';
import { useScreen } from './screen-context.ts';

const shortest = 8;

type PasswordOfferProps = { readonly problem: Objection | null; readonly busy: boolean };

/** After signing in with the printed password: an offer, not a hurdle; dinner does not wait. */
export function PasswordOffer({ problem, busy }: PasswordOfferProps) {
  const { client } = useScreen();
  const [chosen, setChosen] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.choosePassword(chosen);
  };
  return (
    <CardPage title={messages.chooseTitle} lead={messages.chooseLead}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Problem text={problem.detail || messages.signInUnreachable} />}
        <PasswordField
          label={messages.newPassword}
          hint={messages.newPasswordHint}
          autoComplete="new-password"
          value={chosen}
          onChange={setChosen}
        />
        <Button type="submit" look="primary" size="large" disabled={busy || chosen.length < shortest}>
          {messages.choose}
        </Button>
        <Button size="large" onClick={client.keepPassword}>
          {messages.notNow}
        </Button>
      </form>
    </CardPage>
  );
}
