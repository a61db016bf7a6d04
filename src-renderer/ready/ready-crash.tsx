import { useText } from '../messages/text-context.tsx';
import { CrashPage } from '../screen/crash-page.tsx';

/** Guests are sent to the counter until the board is back. */
export function ReadyCrash() {
  const t = useText();
  return <CrashPage title={t('guests.ask')} detail={t('guests.crashDetail')} />;
}
