import { CrashPage } from '../board/crash-page.tsx';
import { useText } from '../messages/text-context.tsx';

/** Guests are sent to the counter until the board is back. */
export function GuestCrash() {
  const t = useText();
  return <CrashPage title={t('guests.ask')} />;
}
