import { useText } from '../messages/text-context.tsx';
import { CrashPage } from '../screen/crash-page.tsx';

/** On a guest's phone: a kitchen's computer says nothing to them, but that their order is safe does. */
export function GuestCrash() {
  const t = useText();
  return <CrashPage title={t('guest.crashTitle')} detail={t('guest.crashDetail')} />;
}
