import { Hourglass, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { BoardScreen } from './board-screen.tsx';
import { LoginPage } from './login-page.tsx';
import { PasswordOffer } from './password-offer.tsx';
import { ChoiceProvider } from './screen-choice-context.tsx';
import { useBoard } from './screen-context.ts';

/** The page for who is here. */
export function App() {
  const session = useBoard((state) => state.session);
  switch (session.phase) {
    case 'asking':
      return <Asking unreachable={session.unreachable} />;
    case 'signed-out':
      return <LoginPage problem={session.problem} busy={session.busy} />;
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
  return <Asking unreachable={false} />;
}

function Asking({ unreachable }: { readonly unreachable: boolean }) {
  const t = useText();
  const Icon = unreachable ? WifiOff : Hourglass;
  return (
    <FullPage
      icon={<Icon aria-hidden className="size-20" strokeWidth={1.25} />}
      title={unreachable ? t('app.unreachableTitle') : t('app.loadingTitle')}
      detail={unreachable ? t('app.unreachableDetail') : t('app.loadingDetail')}
    />
  );
}
