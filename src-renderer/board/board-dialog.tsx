import { type ReactNode, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ScreenContext, useScreen } from './screen-context.ts';
import { useHeightGuard } from './use-height-guard.ts';

type BoardDialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** A sheet over the board, with a tap guard of its own: tickets that slide behind it make nobody miss ([TAP1]). */
export function BoardDialog({ title, onClose, children }: BoardDialogProps) {
  const t = useText();
  const below = useScreen();
  const [screen] = useState(() => ({ ...below, guard: below.guard.above() }));
  return (
    <Dialog title={title} closeLabel={t('action.close')} onClose={onClose}>
      <ScreenContext value={screen}>
        <Content>{children}</Content>
      </ScreenContext>
    </Dialog>
  );
}

function Content({ children }: { readonly children: ReactNode }) {
  return <div ref={useHeightGuard<HTMLDivElement>()}>{children}</div>;
}
