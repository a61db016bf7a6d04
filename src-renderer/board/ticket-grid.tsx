import { useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../messages/text-context.tsx';
import { startOf } from '../store/pages.ts';
import type { SlotBoard } from '../store/slot-board.ts';
import { isGap, type Slot } from '../store/slots.ts';
import { isCells, placeInCells } from './cell-layout.ts';
import { GapPlace } from './gap-place.tsx';
import { useHands } from './keys/hands.ts';
import { slotKeyOf } from './keys/key-map.ts';
import { useChoice } from './screen-choice-context.tsx';
import { TicketCard } from './ticket-card.tsx';
import type { Spot } from './ticket-frame.tsx';
import { type GridBox, heightOf, placeTickets, type TicketSize } from './ticket-layout.ts';
import { useAhead } from './use-ahead.ts';
import { useBox } from './use-box.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { type Standing, useMovedGuard } from './use-moved-guard.ts';
import { type TicketSizes, useTicketSizes } from './use-ticket-sizes.ts';

type TicketGridProps = {
  readonly board: SlotBoard;
  /** Tickets say their number, and one of them is selected. */
  readonly isKeyboard: boolean;
  /** How many slots are on this page, and whether there are no pages at all. */
  readonly onFit: (count: number, isList: boolean) => void;
};

/** The slots of one page. */
export function TicketGrid({ board: { slots, pages }, isKeyboard, onFit }: TicketGridProps) {
  const layer = useRef<HTMLDivElement>(null);
  const { choice, tellTooSmall } = useChoice();
  const { keyMap } = useHands();
  const start = startOf(pages);
  const language = useLanguage();
  const box = useBox(layer, choice.grid, choice.hitSize);
  const sizes = useTicketSizes(
    layer,
    box ? `${box.columnWidth} ${choice.textSize} ${choice.hitSize} ${language}` : '',
    slots,
  );
  const shown = useRef<ReadonlySet<string>>(nobody);
  const drawn = box ? placed(slots.slice(start, start + mostIn(box)), sizes, box, shown.current) : inRows(slots);
  const isSettled = drawn.every(({ spot }) => spot !== 'hidden');
  // What has yet to be measured is taken to fit; it is known before anybody sees it.
  const count = drawn.length;
  const isList = box === undefined;
  useLayoutEffect(() => (box === null ? undefined : onFit(count, isList)), [onFit, count, isList, box]);
  const isTooSmall = choice.grid !== 'columns' && box !== null && !(box && isCells(box));
  useLayoutEffect(() => tellTooSmall(isTooSmall), [tellTooSmall, isTooSmall]);
  // Before the room is known nothing is in sight that could move.
  useMovedGuard(box === null ? [] : drawn.map(standingOf), start);
  const keepFocus = useKeptFocus(isKeyboard, slots, isSettled);
  useLayoutEffect(() => {
    shown.current = new Set(drawn.map(({ slot }) => slot.id));
  });
  const next = box ? nextAfter(drawn, slots.slice(start)) : [];
  const ahead = useAhead(next.map(({ id }) => id));
  const outOfSight = next.filter(({ id }) => ahead.has(id)).map((slot): Drawn => ({ slot, spot: 'hidden' }));

  // One element for both forms: the room is measured in it, also while the screen is turned.
  return (
    <div ref={layer} {...keepFocus} className={`size-full ${isList ? 'overflow-y-auto' : 'relative overflow-hidden'}`}>
      <div className={isList ? listLook : 'contents'}>
        {box !== null &&
          [...drawn, ...outOfSight].map(({ slot, spot }, index) =>
            isGap(slot) ? (
              <GapPlace key={slot.id} slot={slot} spot={spot} box={box} height={heightIn(sizes, slot)} />
            ) : (
              <TicketCard
                key={slot.id}
                ticket={slot.ticket}
                place={spot}
                box={box}
                slot={index + 1}
                slotKey={isKeyboard && !isList ? slotKeyOf(keyMap, index + 1) : undefined}
              />
            ),
          )}
      </div>
    </div>
  );
}

/** On a phone: all of them below each other. */
const listLook = 'grid grid-cols-[repeat(auto-fill,minmax(min(21rem,100%),1fr))] items-start gap-3 pb-3';

type Drawn = { readonly slot: Slot; readonly spot: Spot };

const inRows = (slots: readonly Slot[]): readonly Drawn[] => slots.map((slot) => ({ slot, spot: undefined }));

/** As many as a bump may bring into sight at once ([GRD7]). */
const mostAhead = 6;

const nextAfter = (drawn: readonly Drawn[], slots: readonly Slot[]): readonly Slot[] => {
  const known = new Set(drawn.map(({ slot }) => slot.id));
  return slots.filter((slot) => !isGap(slot) && !known.has(slot.id)).slice(0, mostAhead);
};

/** A gap stands where the ticket stood. */
function standingOf({ slot, spot }: Drawn, index: number): Standing {
  if (spot === 'hidden') return [slot.id, ''];
  return [slot.id, spot ? `${spot.column}/${spot.top}` : `row ${index}`];
}

/** Even the shortest tickets are not more to a column. */
const mostInColumn = 6;

const mostIn = (box: GridBox) => box.columns * (isCells(box) ? box.rows : mostInColumn);

const nobody: ReadonlySet<string> = new Set();

/**
 * Those that fit, and out of sight those that have yet to be measured; the next picture knows all. Until then those behind
 * them that were `shown` are out of sight too: drawn anew, they would have lost the focus.
 */
function placed(
  candidates: readonly Slot[],
  sizes: TicketSizes,
  box: GridBox,
  shown: ReadonlySet<string>,
): readonly Drawn[] {
  const known = candidates.map((slot) => sizes.get(slot.id) ?? (isGap(slot) ? unseen : undefined));
  const firstUnknown = known.indexOf(undefined);
  const measured = (firstUnknown < 0 ? known : known.slice(0, firstUnknown)) as TicketSize[];
  const places = isCells(box) ? placeInCells(measured, box) : placeTickets(measured, box);
  const isFull = places.length < measured.length;
  return candidates.flatMap((slot, index): Drawn[] => {
    const place = places[index];
    if (place) return [{ slot, spot: place }];
    const isKept = !known[index] || (shown.has(slot.id) && !isGap(slot));
    return isFull || !isKept ? [] : [{ slot, spot: 'hidden' }];
  });
}

/** A ticket that had left before anybody saw it here. */
const unseen: TicketSize = { frame: 240, foot: 0, wideFrame: undefined, blocks: [] };

function heightIn(sizes: TicketSizes, slot: Slot): number {
  return heightOf(sizes.get(slot.id) ?? unseen);
}
