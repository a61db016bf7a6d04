import { ChevronLeft, ChevronRight, Clock } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useMoment, useScreen } from '../screen/screen-context.ts';
import { startOf } from '../store/pages.ts';
import { hiddenTickets, type SlotBoard } from '../store/slot-board.ts';
import type { Ticket } from '../store/ticket.ts';
import { formatDuration } from '../ui/duration.ts';
import { useMedia } from '../ui/use-media.ts';
import { useHasStrip } from './overview/use-has-strip.ts';
import type { PageTurns } from './use-slot-board.ts';

type PagerProps = { readonly board: SlotBoard; readonly turns: Pick<PageTurns, 'next' | 'previous'> };

/** What is not on the screen, and how old it is: nothing is hidden in silence ([PGE1]). */
export function Pager({ board, turns }: PagerProps) {
  const t = useText();
  const { before, after } = hiddenTickets(board);
  const isFirst = startOf(board.pages) === 0;
  if (hasOnePage(board)) return null;
  return (
    <nav aria-label={t('pages.name')} className="flex items-center gap-2 text-chrome">
      {!isFirst && <Turn label={t('board.previousPage')} onTurn={turns.previous} hidden={before} side="before" />}
      <PageRange board={board} place="pager" />
      {after.length > 0 && <Turn label={t('board.nextPage')} onTurn={turns.next} hidden={after} side="after" />}
    </nav>
  );
}

const hasOnePage = (board: SlotBoard): boolean => startOf(board.pages) === 0 && hiddenTickets(board).after.length === 0;

type PageRangeProps = {
  readonly board: SlotBoard;
  /** Where somebody asks for it; it stands in one of them. */
  readonly place: 'pager' | 'count';
};

/** Which part of all tickets is on the screen: below the count or, where that has no room, between the buttons. */
export function PageRange({ board, place }: PageRangeProps) {
  const t = useText();
  const isBelowCount = useIsBelowCount();
  const { before, after } = hiddenTickets(board);
  const total = board.tickets.length;
  if (hasOnePage(board) || isBelowCount !== (place === 'count')) return null;
  return (
    <span
      className={`tabular text-chrome leading-tight whitespace-nowrap text-muted ${place === 'count' ? 'block' : 'grid text-center max-2xl:landscape:sr-only max-sm:sr-only'}`}
    >
      <strong className="font-bold text-text">{t('pages.page', { page: board.pages.starts.length })}</strong>{' '}
      {t('board.range', { from: before.length + 1, to: total - after.length, total })}
    </span>
  );
}

/** The room below the count is for the news of a row of tickets that is not there ([OVW3]). */
function useIsBelowCount(): boolean {
  const isLying = useMedia('(orientation: landscape)');
  return useHasStrip() && isLying;
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
  const count = hidden.length;
  const more = t('board.more', { count });
  return (
    <button type="button" data-turn={side} onClick={turn} className="-my-2 flex min-h-hit min-w-hit items-center">
      <span className="sr-only">{t('board.turn', { where: label, more, oldest: t('board.oldest', { oldest }) })}</span>
      <span
        aria-hidden
        className="tabular flex min-h-14 items-center gap-2 rounded-lg bg-text px-4 leading-tight font-bold whitespace-nowrap text-ground active:brightness-90 max-2xl:gap-1 max-2xl:px-2"
      >
        {side === 'before' && <ChevronLeft className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
        <span className="grid text-start">
          {more}
          <span className="font-medium max-2xl:hidden">{t('board.oldest', { oldest })}</span>
          <span className="flex items-center gap-1 font-medium 2xl:hidden">
            <Clock className="size-[1em]" strokeWidth={2.5} />
            {oldest}
          </span>
        </span>
        {side === 'after' && <ChevronRight className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
      </span>
    </button>
  );
}
