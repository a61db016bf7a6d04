import { memo, useMemo } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Allergens, Note } from '../screen/line-boxes.tsx';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { useIsMarked } from './all-day/marked-dish.ts';
import { CancelledMark } from './cancelled-mark.tsx';
import { HoldUpRow } from './hold-up-row.tsx';
import { TicketFoot } from './ticket-foot.tsx';
import { type Spot, TicketFrame } from './ticket-frame.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { type GridBox, samePlace } from './ticket-layout.ts';
import { ticketRows } from './ticket-rows.tsx';
import { useShiftGuard } from './use-shift-guard.ts';

type TicketCardProps = {
  readonly ticket: Ticket;
  readonly place: Spot;
  readonly box: GridBox | undefined;
  readonly slot: number;
  /** What selects it on a keyboard, where there is one. */
  readonly slotKey: number | undefined;
};

/**
 * One open order as a ticket. Drawn anew only when its own order changes; of one that has another place only the frame is,
 * so that many can move in one picture.
 */
export const TicketCard = memo(
  function TicketCard({ ticket, place, box, slot, slotKey }: TicketCardProps) {
    const isMarked = useIsMarked(ticket);
    useShiftGuard(ticket, place !== 'hidden', place === undefined);
    const head = useMemo(() => <Head ticket={ticket} />, [ticket]);
    const rows = useMemo(() => ticketRows(ticket), [ticket]);
    const more = useMemo(() => <MoreBelow ticket={ticket} />, [ticket]);
    const foot = useMemo(() => <TicketFoot ticket={ticket} slotKey={slotKey} />, [ticket, slotKey]);
    return (
      <TicketFrame
        id={ticket.id}
        label={ticketLabel(ticket.order)}
        slot={slot}
        spot={place}
        box={box}
        isMarked={isMarked}
        head={head}
        rows={rows}
        more={more}
        foot={foot}
      />
    );
  },
  (a, b) =>
    a.ticket === b.ticket &&
    a.slot === b.slot &&
    a.slotKey === b.slotKey &&
    a.box === b.box &&
    sameSpot(a.place, b.place),
);

const sameSpot = (a: Spot, b: Spot) => (typeof a === 'object' && typeof b === 'object' ? samePlace(a, b) : a === b);

function Head({ ticket }: { readonly ticket: Ticket }) {
  const { order } = ticket;
  return (
    <>
      <TicketHeader ticket={ticket} />
      <CancelledMark order={order} />
      <HoldUpRow ticket={ticket} />
      {order.notes && (
        <div data-head className="border-b border-edge px-3 pt-2 pb-2.5">
          <Note text={order.notes} />
        </div>
      )}
    </>
  );
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
