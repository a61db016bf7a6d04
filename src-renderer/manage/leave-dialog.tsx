import { useText } from '../messages/text-context.tsx';
import { GuardedDialog } from '../screen/guarded-dialog.tsx';
import { Button } from '../ui/button.tsx';
import type { Leaving } from './leave-guard.ts';

type LeaveDialogProps = {
  readonly leaving: Leaving;
  /** Also drops what was typed. */
  readonly onLeave?: (hash: string) => void;
};

/** What leaves everything as it is comes first, and has the focus. */
export function LeaveDialog({ leaving: { wanted, stay, leave }, onLeave = leave }: LeaveDialogProps) {
  const t = useText();
  if (wanted === null) return null;
  return (
    <GuardedDialog title={t('manage.leaving.title')} onClose={stay}>
      <div data-leave-question className="grid gap-5">
        <p className="text-[1.25rem] leading-snug">{t('manage.leaving.detail')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" wraps autoFocus onClick={stay}>
            {t('manage.leaving.stay')}
          </Button>
          <Button look="framed" wraps data-leave onClick={() => onLeave(wanted)}>
            {t('manage.leaving.leave')}
          </Button>
        </div>
      </div>
    </GuardedDialog>
  );
}
