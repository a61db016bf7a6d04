import { X } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { OwnGuard } from '../../screen/own-guard.tsx';
import { Counts } from './counts.tsx';
import { useIsBesideBoard } from './use-is-beside-board.ts';

type AllDayPanelProps = { readonly onClose: () => void };

/** How much of everything is to be cooked, and what is out ([MEN5]). Beside the board where there is room for both, over it elsewhere. */
export function AllDayPanel({ onClose }: AllDayPanelProps) {
  const t = useText();
  const isBeside = useIsBesideBoard();
  if (!isBeside) {
    return (
      <GuardedDialog title={t('counts.title')} onClose={onClose}>
        <div data-opened-by="counts">
          <Counts />
        </div>
      </GuardedDialog>
    );
  }
  return (
    <aside
      data-all-day
      aria-label={t('counts.title')}
      className="flex w-[30rem] shrink-0 flex-col border-s border-edge bg-surface"
    >
      <header className="flex items-center justify-between gap-2 border-b border-edge ps-4">
        <h2 className="text-[1.75rem] leading-tight font-bold">{t('counts.title')}</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={t('counts.close')}
          className="grid min-h-hit min-w-hit place-items-center text-muted active:bg-raised"
        >
          <X aria-hidden className="size-8" strokeWidth={2.5} />
        </button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 [scrollbar-gutter:stable]">
        <OwnGuard>
          <Counts />
        </OwnGuard>
      </div>
    </aside>
  );
}
