import { Eye } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { useIsPass } from '../../screen/use-site.ts';
import type { SlotBoard } from '../../store/slot-board.ts';
import type { PageTurns } from '../use-slot-board.ts';
import { unseenElsewhere } from './to-be-seen.ts';
import { usePageOf } from './use-page-of.ts';

type ToBeSeenProps = {
  readonly board: SlotBoard;
  readonly turns: Pick<PageTurns, 'to'>;
  /** The header has room for the figure only. */
  readonly isInHeader: boolean;
};

/** How many tickets of other pages have something to be seen, and the way to the next of them ([OVW4]). */
export function ToBeSeenButton({ board, turns, isInHeader }: ToBeSeenProps) {
  const t = useText();
  const { guard } = useScreen();
  const goTo = usePageOf(board, turns);
  const [first] = board.tickets;
  const isPass = useIsPass(first?.viewpoint ?? nowhere);
  const unseen = unseenElsewhere(board, isPass);
  const [next] = unseen;
  if (next === undefined) return null;
  const words = t('overview.toBeSeen', { count: unseen.length });
  // It may stand there again for the one after that: two taps turn one page ([TAP1]).
  const go = () => guard.isClear() && guard.isFirst('page turn') && goTo(next);
  return (
    <button
      type="button"
      data-way
      data-to-be-seen={unseen.length}
      title={isInHeader ? words : undefined}
      onClick={go}
      className={`flex min-h-hit min-w-hit shrink-0 items-center justify-center gap-2 rounded-lg bg-accent px-3 text-start text-chrome leading-tight font-bold text-on-accent active:brightness-90 ${isInHeader ? '-my-1' : ''}`}
    >
      <Eye aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
      <span className={isInHeader ? 'sr-only' : 'max-2xl:max-w-24 2xl:whitespace-nowrap'}>{words}</span>
      {isInHeader && (
        <span aria-hidden className="tabular">
          {unseen.length}
        </span>
      )}
    </button>
  );
}

const nowhere = { station: null, goal: 'completed' } as const;
