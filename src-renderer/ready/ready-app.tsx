import { Hourglass, Unplug, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { GuestScreen } from './guest-screen.tsx';
import { GuestSignIn } from './guest-sign-in.tsx';
import { useReady, useReadyScreen } from './ready-context.ts';

const big = 'size-20';

/** The page for who is signed in on it, if anybody. */
export function ReadyApp() {
  const t = useText();
  const { client } = useReadyScreen();
  const session = useReady((state) => state.session);
  const stoppedBy = useReady(({ link }) => (link.phase === 'stopped' ? link.code : null));
  // Choosing a password is for the board in the kitchen.
  const isChoosing = session.phase === 'choosing-password';
  useEffect(() => (isChoosing ? client.keepPassword() : undefined), [isChoosing, client]);

  if (session.phase === 'signed-out') return <GuestSignIn problem={session.problem} busy={session.busy} />;
  if (stoppedBy !== null) return <Stopped code={stoppedBy} />;
  if (session.phase === 'signed-in') return <GuestScreen />;
  const isUnreachable = session.phase === 'asking' && session.unreachable;
  const Icon = isUnreachable ? WifiOff : Hourglass;
  return (
    <FullPage
      isAlone
      icon={<Icon aria-hidden className={big} strokeWidth={1.25} />}
      title={isUnreachable ? t('guests.ask') : t('app.loadingTitle')}
      detail={isUnreachable ? t('app.unreachableDetail') : t('app.loadingDetail')}
    />
  );
}

function Stopped({ code }: { readonly code: number }) {
  const t = useText();
  const { client } = useReadyScreen();
  const mayNot = code === closeCodes.notAllowed;
  return (
    <FullPage
      isAlone
      icon={<Unplug aria-hidden className={big} strokeWidth={1.25} />}
      title={t('guests.ask')}
      detail={mayNot ? t('guests.notAllowed') : t('link.stopped.other')}
      action={
        <Button look="primary" onClick={mayNot ? client.signOut : () => location.reload()}>
          {mayNot ? t('session.signOut') : t('action.reload')}
        </Button>
      }
    />
  );
}
