import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Guarded, useOwnScreen } from './own-guard.tsx';

type GuardedDialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/**
 * A sheet over the board, with a tap guard of its own: tickets that slide behind it make nobody miss ([TAP1]). Its cross
 * and what it leaves of the board lie where the tap that opened it was: a bounce of that closes nothing.
 */
export function GuardedDialog({ title, onClose, children }: GuardedDialogProps) {
  const t = useText();
  const screen = useOwnScreen();
  return (
    <Dialog
      title={title}
      closeLabel={t('action.close')}
      onClose={onClose}
      onCloseTap={() => screen.guard.isClear() && onClose()}
    >
      <Guarded screen={screen}>{children}</Guarded>
    </Dialog>
  );
}
