import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Ticket } from '../store/ticket.ts';
import { TicketCard } from './ticket-card.tsx';
import { type GridBox, type Place, placeTickets, type TicketSize } from './ticket-layout.ts';
import { useBox } from './use-box.ts';
import { type TicketSizes, useTicketSizes } from './use-ticket-sizes.ts';

type TicketGridProps = {
  readonly tickets: readonly Ticket[];
  readonly start: number;
  readonly showSlots: boolean;
  /** How many tickets are on this page. */
  readonly onFit: (count: number) => void;
};

/** The tickets of one page, from `start` on. */
export function TicketGrid({ tickets, start, showSlots, onFit }: TicketGridProps) {
  const layer = useRef<HTMLDivElement>(null);
  const box = useBox(layer);
  const sizes = useTicketSizes(layer, box?.columnWidth ?? 0, tickets);
  const drawn = box ? placed(tickets.slice(start, start + box.columns * mostInColumn), sizes, box) : undefined;
  const count = drawn ? drawn.filter(({ place }) => place !== 'hidden').length : tickets.length;
  useLayoutEffect(() => onFit(count), [onFit, count]);

  if (box === undefined) return <TicketList layer={layer} tickets={tickets} />;
  return (
    <div ref={layer} className="relative size-full overflow-hidden">
      {box &&
        drawn?.map(({ ticket, place }, index) => (
          <TicketCard key={ticket.id} ticket={ticket} place={place} box={box} slot={index + 1} showSlot={showSlots} />
        ))}
    </div>
  );
}

/** Even the shortest tickets are not more to a column. */
const mostInColumn = 6;

type Drawn = { readonly ticket: Ticket; readonly place: Place | 'hidden' };

/** Those that fit, and out of sight those that have yet to be measured; the next picture knows all. */
function placed(candidates: readonly Ticket[], sizes: TicketSizes, box: GridBox): readonly Drawn[] {
  const known = candidates.map(({ id }) => sizes.get(id));
  const firstUnknown = known.indexOf(undefined);
  const measured = (firstUnknown < 0 ? known : known.slice(0, firstUnknown)) as TicketSize[];
  const places = placeTickets(measured, box);
  const isFull = places.length < measured.length;
  return candidates.flatMap((ticket, index): Drawn[] => {
    const place = places[index];
    if (place) return [{ ticket, place }];
    return isFull || known[index] ? [] : [{ ticket, place: 'hidden' }];
  });
}

type TicketListProps = { readonly layer: RefObject<HTMLDivElement | null>; readonly tickets: readonly Ticket[] };

/** On a phone: all of them below each other. */
function TicketList({ layer, tickets }: TicketListProps) {
  return (
    <div ref={layer} className="size-full overflow-y-auto">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(21rem,100%),1fr))] items-start gap-3 pb-3">
        {tickets.map((ticket, index) => (
          <TicketCard
            key={ticket.id}
            ticket={ticket}
            place={undefined}
            box={undefined}
            slot={index + 1}
            showSlot={false}
          />
        ))}
      </div>
    </div>
  );
}
