import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { startOf } from '../../store/pages.ts';
import type { SlotBoard } from '../../store/slot-board.ts';
import { isGap, type Slot } from '../../store/slots.ts';
import { ticketLabel, twinLabels } from '../../store/ticket-label.ts';
import { DraftChips } from '../draft-chips.tsx';
import { HeldButton } from '../held/held-button.tsx';
import { useChoice } from '../screen-choice-context.tsx';
import type { PageTurns } from '../use-slot-board.ts';
import { NextUpNote } from './next-up-note.tsx';
import { ClosedChip, MoreChip, type Side, TicketChip } from './overview-chip.tsx';
import { ToBeSeenButton } from './to-be-seen-button.tsx';
import { usePageOf } from './use-page-of.ts';

type OverviewStripProps = { readonly board: SlotBoard; readonly turns: PageTurns };

/** Every open ticket of this station at a glance, and a way to its page ([OVW1]). */
export function OverviewStrip({ board, turns }: OverviewStripProps) {
  const t = useText();
  const row = useRef<HTMLOListElement>(null);
  const { from, to } = shownChips(board, useRoom(row));
  const goTo = usePageOf(board, turns);
  const twins = useMemo(() => twinLabels(board.tickets.map(({ order }) => order)), [board.tickets]);
  return (
    <nav data-chrome aria-label={t('overview.name')} className="flex items-stretch gap-3 px-3 pb-2">
      <ol ref={row} className="flex min-h-hit min-w-0 flex-1 gap-1.5 overflow-hidden">
        {from > 0 && (
          <MoreChip side="before" tickets={ticketsIn(board.slots.slice(0, from))} onTap={() => goTo(from - 1)} />
        )}
        {board.slots
          .slice(from, to)
          .map((slot, place) =>
            isGap(slot) ? (
              <ClosedChip key={slot.id} />
            ) : (
              <TicketChip
                key={slot.id}
                ticket={slot.ticket}
                index={from + place}
                side={sideOf(from + place, board)}
                isTwin={twins.has(ticketLabel(slot.ticket.order))}
                onTap={goTo}
              />
            ),
          )}
        {to < board.slots.length && (
          <MoreChip side="after" tickets={ticketsIn(board.slots.slice(to))} onTap={() => goTo(to)} />
        )}
      </ol>
      <DraftChips />
      <NextUpNote isInHeader={false} />
      <ToBeSeenButton board={board} turns={turns} isInHeader={false} />
      <HeldButton />
    </nav>
  );
}

const ticketsIn = (slots: readonly Slot[]) => slots.filter((slot) => !isGap(slot)).map(({ ticket }) => ticket);

function sideOf(index: number, { pages }: SlotBoard): Side {
  if (index < startOf(pages)) return 'before';
  return pages.count > 0 && index >= startOf(pages) + pages.count ? 'after' : 'here';
}

/** All of them, or as many as have room from this page on; they move only when the cook turns the page. */
function shownChips({ slots, pages }: SlotBoard, room: number): { from: number; to: number } {
  if (slots.length <= room) return { from: 0, to: slots.length };
  const held = Math.max(1, room - 2);
  const from = Math.min(startOf(pages), slots.length - held);
  return { from: from <= 1 ? 0 : from, to: Math.min(slots.length, from + held) };
}

/** How many chips the row holds. */
function useRoom(row: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  const { hitSize } = useChoice().choice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style that is read depends on the size that is chosen
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(document.documentElement);
      const rem = Number.parseFloat(style.fontSize);
      const chip = Math.max(chipRem, Number.parseFloat(getComputedStyle(element).getPropertyValue('--hit-size')));
      setRoom(Math.floor((element.clientWidth / rem + gapRem) / (chip + gapRem)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, hitSize]);
  return room;
}

/** As wide as a chip in `tokens.css`, and the space between two. */
const chipRem = 6.5;
const gapRem = 0.375;
