import { type CSSProperties, memo } from 'react';
import { useText } from '../messages/text-context.tsx';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useIsMarked } from './all-day/marked-dish.ts';
import { CancelledMark } from './cancelled-mark.tsx';
import { HoldUpRow } from './hold-up-row.tsx';
import { Allergens, Note } from './line-details.tsx';
import { TicketFoot } from './ticket-foot.tsx';
import { TicketHeader } from './ticket-header.tsx';
import type { GridBox, Place } from './ticket-layout.ts';
import { ticketRows } from './ticket-rows.tsx';
import { useShiftGuard } from './use-shift-guard.ts';

type TicketCardProps = {
  readonly ticket: Ticket;
  /** `undefined`: in a list, as high as it is. `hidden`: drawn to be measured. */
  readonly place: Place | 'hidden' | undefined;
  readonly box: GridBox | undefined;
  /** Digit that selects it on a keyboard. */
  readonly slot: number;
  readonly showSlot: boolean;
};

/** One open order as a ticket. Drawn anew only when its own order or its place changes. */
export const TicketCard = memo(
  function TicketCard({ ticket, place, box, slot, showSlot }: TicketCardProps) {
    const t = useText();
    const { order } = ticket;
    const isMarked = useIsMarked(ticket);
    useShiftGuard(ticket);
    const span = typeof place === 'object' ? place.span : 1;
    const scrolls = typeof place === 'object' && place.scrolls;
    return (
      <article
        data-ticket={ticket.id}
        data-span={span}
        data-slot={slot}
        data-marked={isMarked || undefined}
        aria-label={t('ticket.name', { ticket: ticketLabel(order) })}
        aria-hidden={place === 'hidden'}
        style={box && positionOf(place, box)}
        className="arrives flex flex-col overflow-hidden rounded-xl border border-edge bg-surface"
      >
        <TicketHeader ticket={ticket} />
        <CancelledMark order={order} />
        <HoldUpRow ticket={ticket} />
        {order.notes && (
          <div data-head className="border-b border-edge px-3 pt-2 pb-2.5">
            <Note text={order.notes} />
          </div>
        )}
        <div className={`min-h-0 flex-1 ${scrolls ? 'overflow-y-auto' : ''}`}>
          <div style={span > 1 && box ? columnsOf(span, box, scrolls) : undefined}>{ticketRows(ticket)}</div>
        </div>
        {scrolls && <MoreBelow ticket={ticket} />}
        <TicketFoot ticket={ticket} slot={showSlot ? slot : undefined} />
      </article>
    );
  },
  (a, b) =>
    a.ticket === b.ticket &&
    a.slot === b.slot &&
    a.showSlot === b.showSlot &&
    a.box === b.box &&
    samePlace(a.place, b.place),
);

function samePlace(a: TicketCardProps['place'], b: TicketCardProps['place']): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return (
    a.column === b.column && a.top === b.top && a.span === b.span && a.height === b.height && a.scrolls === b.scrolls
  );
}

function positionOf(place: TicketCardProps['place'], { columnWidth, gap }: GridBox): CSSProperties {
  const at = typeof place === 'object' ? place : { column: 0, top: 0, span: 1, height: null };
  return {
    position: 'absolute',
    insetInlineStart: at.column * (columnWidth + gap),
    top: at.top,
    width: at.span * columnWidth + (at.span - 1) * gap,
    ...(at.height === null ? {} : { height: at.height }),
    ...(place === 'hidden' ? { visibility: 'hidden' } : {}),
  };
}

/** Inner columns as wide as a ticket in one column, so that every line keeps its height. */
function columnsOf(span: number, { gap }: GridBox, scrolls: boolean): CSSProperties {
  return {
    columnCount: span,
    columnGap: gap,
    columnRule: '1px solid var(--edge)',
    ...(scrolls ? {} : { height: '100%' }),
  };
}

/** A ticket that has to scroll says so, and what nobody may miss stands outside of what scrolls. */
function MoreBelow({ ticket: { lines } }: { readonly ticket: Ticket }) {
  const t = useText();
  const cooked = lines.filter(({ state }) => state !== 'void' && state !== 'done');
  const allergens = [...new Set(cooked.flatMap(({ line }) => line.allergens))];
  return (
    <div className="grid gap-1 bg-note px-2 py-1 text-center">
      {allergens.length > 0 && <Allergens names={allergens} />}
      <p className="text-meta font-semibold">{t('ticket.scrollFor', { count: lines.length })}</p>
    </div>
  );
}
