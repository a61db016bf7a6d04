import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { useSettings } from '../../screen/use-site.ts';
import { type AgeBand, ageBand, bandLimits } from '../../store/age-band.ts';
import type { Ticket } from '../../store/ticket.ts';
import { ticketLabel } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { ageColours, ageIcons, readyColours, readyIcons, readyWords } from '../age-look.ts';
import { useHasMarkedDish, useIsMarked } from '../all-day/marked-dish.ts';
import { type Readiness, useReadiness } from '../use-ready.ts';
import { TileMarks } from './tile-marks.tsx';

/** On which page it is, seen from the one that is shown. */
export type Side = 'before' | 'here' | 'after';

/** As wide as the row reckons with; as high as a finger needs. What stands in it leaves the upper corners to marks. */
const shape = 'flex h-full w-chip flex-col overflow-hidden rounded-lg px-1.5 active:brightness-125';

/** Between the marks, where a tile has room without being larger. */
const numberLook = 'tabular absolute inset-x-6 top-0.5 truncate text-center text-[1rem] leading-tight font-semibold';

/** Has the dish that somebody looks for, as its ticket has ([ALL2]). */
const markedLook = 'outline-4 -outline-offset-4 outline-text outline-dashed';

type TicketChipProps = {
  readonly ticket: Ticket;
  readonly index: number;
  readonly side: Side;
  /** Another one has the same name: it stands with its number. */
  readonly isTwin: boolean;
  readonly onTap: (index: number) => void;
};

export const TicketChip = memo(
  function TicketChip({ ticket, index, side, isTwin, onTap }: TicketChipProps) {
    const band = useBand(ticket);
    const readiness = useReadiness(ticket);
    const isMarked = useIsMarked(ticket);
    const look = side === 'here' ? 'border-text' : 'border-transparent';
    return (
      <li className="shrink-0">
        <button
          type="button"
          data-chip-of={ticket.id}
          data-side={side}
          data-band={band}
          data-ready={readiness !== null}
          data-has-dish={isMarked || undefined}
          aria-current={side === 'here' ? 'page' : undefined}
          onClick={() => onTap(index)}
          className={`${shape} justify-end border-b-[6px] pb-1 ${readiness ? readyColours[readiness] : ageColours[band]} ${look} ${isMarked ? markedLook : ''} relative`}
        >
          <TileMarks ticket={ticket} />
          {isTwin && <span className={numberLook}>{ticket.order.number}</span>}
          <Label text={ticketLabel(ticket.order)} side={side} />
          <Age sinceMs={ticket.sinceMs} band={band} readiness={readiness} />
          {isMarked && <Marked />}
        </button>
      </li>
    );
  },
  (a, b) => a.ticket === b.ticket && a.index === b.index && a.side === b.side && a.isTwin === b.isTwin,
);

function useBand(ticket: Ticket): AgeBand {
  const limits = bandLimits(ticket, useSettings());
  return useMoment(({ serverMs }) => ageBand(serverMs - ticket.sinceMs, limits));
}

function Label({ text, side }: { readonly text: string; readonly side: Side }) {
  const t = useText();
  return (
    <span className="flex w-full items-center justify-center gap-0.5">
      {side === 'before' && <ChevronLeft aria-hidden className={arrow} strokeWidth={3} />}
      <bdi className="truncate text-[1.375rem] leading-tight font-bold">{text}</bdi>
      {side === 'after' && <ChevronRight aria-hidden className={arrow} strokeWidth={3} />}
      {side !== 'here' && <span className="sr-only">{t('overview.otherPage')}</span>}
    </span>
  );
}

const arrow = 'size-[1.25rem] shrink-0 rtl:rotate-180';

type AgeProps = { readonly sinceMs: number; readonly band: AgeBand; readonly readiness: Readiness | null };

function Age({ sinceMs, band, readiness }: AgeProps) {
  const t = useText();
  const age = useMoment(({ serverMs }) => formatDuration(serverMs - sinceMs));
  const Icon = readiness ? readyIcons[readiness] : ageIcons[band];
  return (
    <span className="flex w-full items-center justify-center gap-1 text-chrome leading-tight font-semibold">
      {Icon && <Icon aria-hidden className="size-[1em] shrink-0" strokeWidth={3} />}
      <span className="tabular">{age}</span>
      {readiness && <span className="sr-only">{t(readyWords[readiness])}</span>}
      {band !== 'new' && <span className="sr-only">{t(`ticket.age.${band}`)}</span>}
    </span>
  );
}

function Marked() {
  const t = useText();
  return <span className="sr-only">{t('overview.marked')}</span>;
}

/** Where a ticket stood until a moment ago; the others keep their places here, too. */
export function ClosedChip() {
  return <li aria-hidden className="w-chip shrink-0 rounded-lg border-2 border-dashed border-edge" />;
}

type MoreChipProps = {
  readonly side: 'before' | 'after';
  readonly tickets: readonly Ticket[];
  readonly onTap: () => void;
};

/** Those that have no room in the row. */
export function MoreChip({ side, tickets, onTap }: MoreChipProps) {
  const t = useText();
  const hasDish = useHasMarkedDish();
  const isMarked = tickets.some(hasDish);
  const count = tickets.length;
  const words = t(side === 'before' ? 'overview.before' : 'overview.after', { count });
  return (
    <li className="shrink-0">
      <button
        type="button"
        data-more={side}
        data-has-dish={isMarked || undefined}
        aria-label={isMarked ? `${words}, ${t('overview.marked')}` : words}
        onClick={onTap}
        className={`${shape} items-center justify-center bg-raised-strong text-[1.375rem] font-bold ${isMarked ? markedLook : ''}`}
      >
        <span className="tabular flex items-center">
          {side === 'before' && <ChevronLeft aria-hidden className={arrow} strokeWidth={3} />}+{count}
          {side === 'after' && <ChevronRight aria-hidden className={arrow} strokeWidth={3} />}
        </span>
      </button>
    </li>
  );
}
