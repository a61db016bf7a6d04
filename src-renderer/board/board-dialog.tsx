import { type ReactNode, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { OwnGuard } from './own-guard.tsx';
import { useScreen } from './screen-context.ts';

type BoardDialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/**
 * A sheet over the board, with a tap guard of its own: tickets that slide behind it make nobody miss ([TAP1]). Its cross
 * and what it leaves of the board lie where the tap that opened it was: a bounce of that closes nothing.
 */
export function BoardDialog({ title, onClose, children }: BoardDialogProps) {
  const t = useText();
  const { guard } = useScreen();
  const [cross] = useState(() => guard.above());
  return (
    <Dialog
      title={title}
      closeLabel={t('action.close')}
      onClose={onClose}
      onCloseTap={() => cross.isClear() && onClose()}
    >
      <OwnGuard>{children}</OwnGuard>
    </Dialog>
  );
}
