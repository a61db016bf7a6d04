import { Hourglass, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { useAccount, useSession } from './account-context.ts';
import { AccountDoor } from './account-door.tsx';
import { OwnAccount } from './own-account.tsx';

/** A guest's own page ([GST9]), for whoever is signed in here. */
export function AccountApp() {
  const t = useText();
  const { keepPassword, signOut } = useAccount();
  const session = useSession();
  const isChoosing = session.phase === 'choosing-password';
  useEffect(() => (isChoosing ? keepPassword() : undefined), [isChoosing, keepPassword]);
  useEffect(() => {
    document.title = t('guest.account.title');
  }, [t]);
  if (session.phase === 'signed-out') return <AccountDoor problem={session.problem} isBusy={session.busy} />;
  if (session.phase !== 'signed-in')
    return <Asking isUnreachable={session.phase === 'asking' && session.unreachable} />;
  if (session.person.role === 'guest') return <OwnAccount person={session.person} />;
  return (
    <FullPage
      isAlone
      icon={null}
      title={t('guest.account.staffTitle')}
      detail={t('guest.account.staffDetail')}
      action={
        <Button look="primary" onClick={() => void signOut()}>
          {t('session.signOut')}
        </Button>
      }
    />
  );
}

function Asking({ isUnreachable }: { readonly isUnreachable: boolean }) {
  const t = useText();
  const Icon = isUnreachable ? WifiOff : Hourglass;
  return (
    <FullPage
      isAlone
      icon={<Icon aria-hidden className="size-16" strokeWidth={1.25} />}
      title={isUnreachable ? t('guest.awayTitle') : t('guest.account.title')}
      detail={isUnreachable ? t('guest.awayDetail') : t('guest.lookingDetail')}
    />
  );
}
