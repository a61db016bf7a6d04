import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { pageOfRole } from '../screen/page-of-role.ts';
import { AskingPage } from '../screen/sign-in/asking-page.tsx';
import { SessionGate } from '../screen/sign-in/session-gate.tsx';
import { BoardScreen } from './board-screen.tsx';
import { ChoiceProvider } from './screen-choice-context.tsx';

/** The page for who is here. */
export function App() {
  const t = useText();
  return (
    <SessionGate lead={t('session.lead')}>
      {({ role }) =>
        role === 'display' ? (
          <ForGuests />
        ) : (
          <ChoiceProvider>
            <BoardScreen />
          </ChoiceProvider>
        )
      }
    </SessionGate>
  );
}

/** A screen that was paired for guests may show them their numbers and nothing else, by whatever address it came ([DEV1]). */
function ForGuests() {
  useEffect(() => location.replace(pageOfRole('display')), []);
  return <AskingPage unreachable={false} />;
}
