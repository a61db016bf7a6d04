import { type FormEvent, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import type { SignInProblem } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { useScreen } from '../screen-context.ts';
import { CardPage } from './card-page.tsx';
import { PasswordField } from './password-field.tsx';
import { Problem } from './problem.tsx';

const shortest = 8;

type PasswordOfferProps = { readonly problem: SignInProblem | null; readonly busy: boolean };

/** After signing in with the printed password: an offer, not a hurdle; dinner does not wait. */
export function PasswordOffer({ problem, busy }: PasswordOfferProps) {
  const t = useText();
  const { client } = useScreen();
  const [chosen, setChosen] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.choosePassword(chosen);
  };
  return (
    <CardPage title={t('session.chooseTitle')} lead={t('session.chooseLead')}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Problem problem={problem} />}
        <PasswordField
          label={t('session.newPassword')}
          hint={t('session.newPasswordHint')}
          autoComplete="new-password"
          value={chosen}
          onChange={setChosen}
        />
        <Button type="submit" look="primary" disabled={busy || chosen.length < shortest}>
          {t('session.choose')}
        </Button>
        <Button onClick={client.keepPassword}>{t('session.notNow')}</Button>
      </form>
    </CardPage>
  );
}
