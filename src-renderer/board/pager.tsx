import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { startOf } from '../store/pages.ts';
import { hiddenTickets, type SlotBoard } from '../store/slot-board.ts';
import type { Ticket } from '../store/ticket.ts';
import { formatDuration } from '../ui/duration.ts';
import { useMoment, useScreen } from './screen-context.ts';
import type { PageTurns } from './use-slot-board.ts';

type PagerProps = { readonly board: SlotBoard; readonly turns: Pick<PageTurns, 'next' | 'previous'> };

/** What is not on the screen, and how old it is: nothing is hidden in silence ([PGE1]). */
export function Pager({ board, turns }: PagerProps) {
  const t = useText();
  const { before, after } = hiddenTickets(board);
  const total = board.tickets.length;
  const isFirst = startOf(board.pages) === 0;
  if (isFirst && after.length === 0) return null;
  return (
    <nav aria-label={t('pages.name')} className="flex items-center gap-2 text-chrome">
      {!isFirst && <Turn label={t('board.previousPage')} onTurn={turns.previous} hidden={before} side="before" />}
      <span className="tabular grid text-center leading-tight whitespace-nowrap text-muted max-lg:sr-only">
        <strong className="font-bold text-text">{t('pages.page', { page: board.pages.starts.length })}</strong>
        {t('board.range', { from: before.length + 1, to: total - after.length, total })}
      </span>
      {after.length > 0 && <Turn label={t('board.nextPage')} onTurn={turns.next} hidden={after} side="after" />}
    </nav>
  );
}

type TurnProps = {
  readonly label: string;
  readonly onTurn: () => void;
  readonly hidden: readonly Ticket[];
  readonly side: 'before' | 'after';
};

function Turn({ label, onTurn, hidden, side }: TurnProps) {
  const t = useText();
  const oldestMs = hidden.reduce((oldest, { sinceMs }) => Math.min(oldest, sinceMs), Number.POSITIVE_INFINITY);
  const oldest = useMoment(({ serverMs }) => formatDuration(serverMs - oldestMs));
  const { guard } = useScreen();
  // One name for both: turning moves them, and a bounce may hit the other ([TAP1]).
  const turn = () => guard.isClear() && guard.isFirst('page turn') && onTurn();
  const more = t('board.more', { count: hidden.length, oldest });
  return (
    <button
      type="button"
      aria-label={t('board.turn', { where: label, what: more })}
      data-turn={side}
      onClick={turn}
      className="-my-2 flex min-h-hit min-w-hit items-center"
    >
      <span className="tabular flex min-h-14 items-center gap-2 rounded-lg bg-text px-4 font-bold whitespace-nowrap text-ground active:brightness-90">
        {side === 'before' && <ChevronLeft aria-hidden className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
        {more}
        {side === 'after' && <ChevronRight aria-hidden className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
      </span>
    </button>
  );
}
