import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import type { Ticket } from '../store/ticket.ts';
import { formatDuration } from '../ui/duration.ts';
import { useMoment } from './screen-context.ts';

export type Page = { readonly start: number; readonly count: number };

type PagerProps = {
  readonly tickets: readonly Ticket[];
  readonly page: Page;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
};

/** What is not on the screen, and how old it is: nothing is hidden in silence ([PGE1]). */
export function Pager({ tickets, page, onNext, onPrevious }: PagerProps) {
  const t = useText();
  const end = page.start + page.count;
  if (page.count === 0 || (page.start === 0 && end >= tickets.length)) return null;
  return (
    <nav className="flex items-center gap-2 text-chrome">
      {page.start > 0 && (
        <Turn label={t('board.previousPage')} onTurn={onPrevious} hidden={tickets.slice(0, page.start)} side="before" />
      )}
      <span className="tabular whitespace-nowrap text-muted max-lg:sr-only">
        {t('board.range', { from: page.start + 1, to: end, total: tickets.length })}
      </span>
      {end < tickets.length && (
        <Turn label={t('board.nextPage')} onTurn={onNext} hidden={tickets.slice(end)} side="after" />
      )}
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
  const oldestAtMs = hidden[0]?.order.createdAtMs ?? 0;
  const oldest = useMoment(({ serverMs }) => formatDuration(serverMs - oldestAtMs));
  const more = t('board.more', { hidden: hidden.length, oldest });
  return (
    <button
      type="button"
      aria-label={t('board.turn', { where: label, what: more })}
      data-turn={side}
      onClick={onTurn}
      className="tabular flex min-h-14 items-center gap-2 rounded-lg bg-text px-4 font-bold whitespace-nowrap text-ground active:brightness-90"
    >
      {side === 'before' && <ChevronLeft aria-hidden className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
      {more}
      {side === 'after' && <ChevronRight aria-hidden className="size-[1.5em] rtl:rotate-180" strokeWidth={3} />}
    </button>
  );
}
