import type { StationId } from '#shared/domain/id.ts';
import { firstPage, type Pages, pagesAfter, startOf } from './pages.ts';
import { advance, closeGaps, isGap, isOver, type Slot } from './slots.ts';
import type { Ticket } from './ticket.ts';

/** What stands where on one screen, and which part of it is to be seen. */
export type SlotBoard = {
  readonly station: StationId | null;
  /** What it was made of. */
  readonly tickets: readonly Ticket[];
  readonly slots: readonly Slot[];
  readonly pages: Pages;
  /** The newest bump of this screen that nobody has taken back. */
  readonly lastBump: string | undefined;
};

export type Seen = Pick<SlotBoard, 'station' | 'tickets' | 'lastBump'>;

export function createSlotBoard(seen: Seen): SlotBoard {
  return { ...seen, slots: advance([], seen.tickets, 0), pages: firstPage };
}

/** The same board when nothing is new. Another station is another board. A bump, or one taken back, moves on ([SLT2]). */
export function boardAfter(board: SlotBoard, seen: Seen, nowMs: number): SlotBoard {
  if (board.station !== seen.station) return createSlotBoard(seen);
  if (board.tickets === seen.tickets && board.lastBump === seen.lastBump) return board;
  const closed = board.lastBump === seen.lastBump ? board.slots : closeGaps(board.slots, nowMs);
  return withSlots({ ...board, ...seen }, advance(closed, seen.tickets, nowMs));
}

/** Work that waits out of sight must not wait for the sake of a gap; nor does an empty board need any ([SLT2]). */
export function mustClose(board: SlotBoard, isList: boolean, nowMs: number): boolean {
  if (!board.slots.some((slot) => isOver(slot, nowMs))) return false;
  const { before, after } = hiddenTickets(board);
  return isList || board.tickets.length === 0 || before.length + after.length > 0;
}

export const closed = (board: SlotBoard, nowMs: number): SlotBoard => withSlots(board, closeGaps(board.slots, nowMs));

function withSlots(board: SlotBoard, slots: readonly Slot[]): SlotBoard {
  return { ...board, slots, pages: pagesAfter(board.pages, board.slots, slots) };
}

/** The tickets that are on other pages. */
export function hiddenTickets({ slots, pages }: Pick<SlotBoard, 'slots' | 'pages'>): {
  before: readonly Ticket[];
  after: readonly Ticket[];
} {
  const start = startOf(pages);
  // Before the first page is drawn nobody knows what it holds.
  const end = pages.count === 0 ? slots.length : start + pages.count;
  return { before: ticketsIn(slots.slice(0, start)), after: ticketsIn(slots.slice(end)) };
}

const ticketsIn = (slots: readonly Slot[]) => slots.filter((slot) => !isGap(slot)).map(({ ticket }) => ticket);
