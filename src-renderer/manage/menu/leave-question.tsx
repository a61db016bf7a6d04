import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { Button } from '../../ui/button.tsx';

type LeaveQuestionProps = { readonly onStay: () => void; readonly onLeave: () => void };

/** What leaves everything as it is comes first, and has the focus. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const t = useText();
  return (
    <GuardedDialog title={t('menuOffice.unsavedTitle')} onClose={onStay}>
      <div data-leave-question className="grid gap-5">
        <p className="text-[1.25rem] leading-snug">{t('menuOffice.unsavedDetail')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" wraps autoFocus onClick={onStay}>
            {t('menuOffice.goOnEditing')}
          </Button>
          <Button look="framed" wraps data-leave onClick={onLeave}>
            {t('menuOffice.throwAway')}
          </Button>
        </div>
      </div>
    </GuardedDialog>
  );
}
