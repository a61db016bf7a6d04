import { useText } from '../messages/text-context.tsx';
import { GuardedDialog } from '../screen/guarded-dialog.tsx';
import { Button } from '../ui/button.tsx';
import type { Leaving } from './leave-guard.ts';

/** What leaves everything as it is comes first, and has the focus. */
export function LeaveDialog({ leaving }: { readonly leaving: Leaving }) {
  const t = useText();
  if (leaving.to === null) return null;
  return (
    <GuardedDialog title={t('stationOffice.leaveTitle')} onClose={leaving.stay}>
      <div data-leave className="grid gap-5">
        <p className="text-[1.25rem] leading-snug">{t('stationOffice.leaveDetail')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" wraps autoFocus onClick={leaving.stay}>
            {t('stationOffice.stay')}
          </Button>
          <Button wraps onClick={leaving.go}>
            {t('stationOffice.leave')}
          </Button>
        </div>
      </div>
    </GuardedDialog>
  );
}
