import { useLayoutEffect, useRef } from 'react';
import type { Ticket } from '../store/ticket.ts';
import { TicketCard } from './ticket-card.tsx';
import { type GridBox, type Place, placeTickets, type TicketSize } from './ticket-layout.ts';
import { useBox } from './use-box.ts';
import { type Spot, useMovedGuard } from './use-moved-guard.ts';
import { type TicketSizes, useTicketSizes } from './use-ticket-sizes.ts';

type TicketGridProps = {
  readonly tickets: readonly Ticket[];
  readonly start: number;
  readonly showSlots: boolean;
  /** How many tickets are on this page, and whether there are no pages at all. */
  readonly onFit: (count: number, isList: boolean) => void;
};

/** The tickets of one page, from `start` on. */
export function TicketGrid({ tickets, start, showSlots, onFit }: TicketGridProps) {
  const layer = useRef<HTMLDivElement>(null);
  const box = useBox(layer);
  const sizes = useTicketSizes(layer, box?.columnWidth ?? 0, tickets);
  const drawn = box ? placed(tickets.slice(start, start + box.columns * mostInColumn), sizes, box) : undefined;
  const count = drawn ? drawn.filter(({ place }) => place !== 'hidden').length : tickets.length;
  const isList = box === undefined;
  useLayoutEffect(() => onFit(count, isList), [onFit, count, isList]);

  useMovedGuard(isList ? tickets.map(({ id }, index) => [id, `row ${index}`]) : (drawn?.map(spotOf) ?? []));

  // One element for both forms: the room is measured in it, also while the screen is turned.
  return (
    <div ref={layer} className={`size-full ${isList ? 'overflow-y-auto' : 'relative overflow-hidden'}`}>
      {isList && <TicketList tickets={tickets} />}
      {box &&
        drawn?.map(({ ticket, place }, index) => (
          <TicketCard key={ticket.id} ticket={ticket} place={place} box={box} slot={index + 1} showSlot={showSlots} />
        ))}
    </div>
  );
}

function spotOf({ ticket, place }: Drawn): Spot {
  return [ticket.id, place === 'hidden' ? '' : `${place.column}/${place.top}`];
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

/** On a phone: all of them below each other. */
function TicketList({ tickets }: { readonly tickets: readonly Ticket[] }) {
  return (
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
  );
}
