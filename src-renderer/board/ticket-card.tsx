import { Check, CheckCheck } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { type Line, lineStatus } from '#shared/domain/line.ts';
import { useText } from '../messages/text-context.tsx';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useIsMarked } from './all-day/marked-dish.ts';
import { useScreen } from './screen-context.ts';
import { TicketHeader } from './ticket-header.tsx';
import type { GridBox, Place } from './ticket-layout.ts';
import { Allergens, Note, TicketLine } from './ticket-line.tsx';

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
    const lineReady = useLineReady(ticket);
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
        <TicketHeader order={order} />
        {order.notes && (
          <div data-head className="border-b border-edge px-3 pt-2 pb-2.5">
            <Note text={order.notes} />
          </div>
        )}
        <div className={`min-h-0 flex-1 ${scrolls ? 'overflow-y-auto' : ''}`}>
          <div style={span > 1 && box ? columnsOf(span, box, scrolls) : undefined}>
            {order.lines.map((line) => (
              <TicketLine key={line.id} line={line} underWay={ticket.underWay.get(line.id)} onReady={lineReady} />
            ))}
          </div>
        </div>
        {scrolls && <MoreBelow order={order} />}
        <BumpButton ticket={ticket} slot={showSlot ? slot : undefined} />
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

function useLineReady({ id, order, viewpoint }: Ticket): (line: Line) => void {
  const { client, guard } = useScreen();
  return (line) => {
    if (!guard.allows(line.id, false)) return;
    const { restaurantId } = order;
    const { station } = viewpoint;
    client.command({ kind: 'line.set-status', restaurantId, orderId: id, lineId: line.id, station, status: 'ready' });
  };
}

/** A ticket that has to scroll says so, and what nobody may miss stands outside of what scrolls. */
function MoreBelow({ order }: { readonly order: Ticket['order'] }) {
  const t = useText();
  const cooked = order.lines.filter((line) => line.voidedAtMs === null);
  const allergens = [...new Set(cooked.flatMap((line) => line.allergens))];
  return (
    <div className="grid gap-1 bg-note px-2 py-1 text-center">
      {allergens.length > 0 && <Allergens names={allergens} />}
      <p className="text-meta font-semibold">{t('ticket.scrollFor', { count: order.lines.length })}</p>
    </div>
  );
}

/** As wide as the ticket: nobody aims in a rush. */
function BumpButton({ ticket, slot }: { readonly ticket: Ticket; readonly slot: number | undefined }) {
  const t = useText();
  const { client, guard } = useScreen();
  const { id, order, allReady } = ticket;
  const Icon = allReady ? CheckCheck : Check;
  const bump = () => {
    if (!guard.allows(id, true)) return;
    client.bump(ticket);
  };
  return (
    <div data-foot className="p-2">
      <button
        type="button"
        data-bump
        aria-label={t('ticket.bumpNamed', { ticket: ticketLabel(order) })}
        onClick={bump}
        className={`flex min-h-hit w-full items-center justify-center gap-3 rounded-lg text-[1.75rem] font-bold ${allReady ? 'bg-done-solid text-on-done-solid' : 'bg-raised text-text'} active:brightness-125`}
      >
        {slot !== undefined && slot <= 10 && (
          <kbd className="tabular rounded border-2 border-current px-2 font-sans text-meta opacity-80">{slot % 10}</kbd>
        )}
        <Icon aria-hidden className="size-[1.2em]" strokeWidth={3} />
        {allReady ? t('ticket.done') : t('ticket.bump')}
        {!allReady && <Progress order={order} />}
      </button>
    </div>
  );
}

/** `1/3`: how much of the ticket is ready. Nothing is said before the first line is. */
function Progress({ order }: { readonly order: Ticket['order'] }) {
  const statuses = order.lines.map(lineStatus).filter((status) => status !== 'voided');
  const ready = statuses.filter((status) => status === 'ready' || status === 'completed').length;
  return (
    ready > 0 && <span className="tabular text-meta font-semibold text-muted">{`${ready}/${statuses.length}`}</span>
  );
}
