import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { AskingPage } from '../screen/sign-in/asking-page.tsx';
import { LoginPage } from '../screen/sign-in/login-page.tsx';
import { PasswordOffer } from '../screen/sign-in/password-offer.tsx';
import { BoardScreen } from './board-screen.tsx';
import { ChoiceProvider } from './screen-choice-context.tsx';

/** The page for who is here. */
export function App() {
  const t = useText();
  const session = useScreenState((state) => state.session);
  switch (session.phase) {
    case 'asking':
      return <AskingPage unreachable={session.unreachable} />;
    case 'signed-out':
      return <LoginPage lead={t('session.lead')} problem={session.problem} busy={session.busy} />;
    case 'choosing-password':
      return <PasswordOffer problem={session.problem} busy={session.busy} />;
    case 'signed-in':
      if (session.person.role === 'display') return <ForGuests />;
      return (
        <ChoiceProvider>
          <BoardScreen />
        </ChoiceProvider>
      );
  }
}

/** A screen that was paired for guests may show them their numbers and nothing else, by whatever address it came ([DEV1]). */
function ForGuests() {
  useEffect(() => location.replace('/ready'), []);
  return <AskingPage unreachable={false} />;
}
