import type { StationId } from '#shared/domain/id.ts';
import type { Bumped } from './bumped.ts';
import { firstPage, type Pages, pagesAfter, startOf } from './pages.ts';
import { advance, bumpOf, closeAllButNewest, closeGaps, isGap, isOver, type Slot } from './slots.ts';
import type { Ticket } from './ticket.ts';

/** What stands where on one screen, and which part of it is to be seen. */
export type SlotBoard = {
  readonly station: StationId | null;
  /** What it was made of. */
  readonly tickets: readonly Ticket[];
  readonly slots: readonly Slot[];
  readonly pages: Pages;
  /** There are no pages: the cook scrolls. */
  readonly isList: boolean;
  /** The newest bump of this screen that nobody has taken back. */
  readonly lastBump: Pick<Bumped, 'key' | 'atMs'> | undefined;
  /** There has been a bump or an undo since the time of a gap was over. */
  readonly hasMovedOn: boolean;
  /** How often a hand has turned the page. */
  readonly turns: number;
};

export type Seen = Pick<SlotBoard, 'station' | 'tickets' | 'lastBump'>;

export function createSlotBoard(seen: Seen): SlotBoard {
  return { ...seen, slots: advance([], seen.tickets, 0), pages: firstPage, isList: false, hasMovedOn: false, turns: 0 };
}

/** The same board when nothing is new. Another station is another board. */
export function boardAfter(board: SlotBoard, seen: Seen, nowMs: number): SlotBoard {
  if (board.station !== seen.station) return { ...createSlotBoard(seen), isList: board.isList };
  const [was, now] = [board.lastBump, seen.lastBump];
  const isSame = was?.key === now?.key;
  if (board.tickets === seen.tickets && isSame) return board;
  const hasMovedOn = board.hasMovedOn || (!isSame && board.slots.some((slot) => isOver(slot, nowMs)));
  const next = withSlots({ ...board, ...seen, hasMovedOn }, advance(board.slots, seen.tickets, nowMs));
  const isBump = !isSame && now !== undefined && (was === undefined || now.atMs >= was.atMs);
  if (!isBump || !keepsWaiting(next)) return next;
  if (isEmptied(next)) return withSlots({ ...next, hasMovedOn: false }, closeAllButNewest(next.slots, pageOf(next)));
  return isUsedUp(next, nowMs) ? closed(next, nowMs) : next;
}

const pageOf = ({ slots, pages }: SlotBoard) => slots.slice(startOf(pages), startOf(pages) + pages.count);

/** On a small tablet four bumps take all that is to be seen, before the time of any gap is over ([SLT2]). */
function isEmptied(board: SlotBoard): boolean {
  const page = pageOf(board);
  return page.length > 0 && page.every(isGap);
}

/**
 * Whoever bumps without a pause never leaves the board still, and would run out of tickets while others wait: gaps whose
 * time is over are more than half of the page ([SLT2]).
 */
function isUsedUp(board: SlotBoard, nowMs: number): boolean {
  const page = pageOf(board);
  return 2 * page.filter((slot) => isOver(slot, nowMs)).length > page.length;
}

/** Who is at this screen, and what they have done, when gaps may close. */
export type Hands = {
  /** For so long nobody has touched the screen. */
  readonly stillMs: number;
  readonly bumped: readonly Bumped[];
  readonly nowMs: number;
};

/** So long nobody reaches for anything: a hand on its way is there in less ([SLT2]). */
const stillEnoughMs = 3000;

/**
 * Gaps close together, and only while nobody reaches for anything: all that stands after them slides ([SLT2]). Work that
 * waits out of sight must not wait for the sake of a gap, nor does an empty board need any; else the cook must have moved
 * on.
 */
export function mayClose(board: SlotBoard, { stillMs, bumped, nowMs }: Hands): boolean {
  const { slots } = board;
  if (stillMs < stillEnoughMs || !slots.some((slot) => isOver(slot, nowMs))) return false;
  const givesBack = (slot: Slot) => isGap(slot) && !isOver(slot, nowMs) && bumpOf(slot, bumped) !== undefined;
  if (slots.some(givesBack)) return false;
  return board.hasMovedOn || board.tickets.length === 0 || keepsWaiting(board);
}

/** Gaps take the place of tickets that nobody sees. */
function keepsWaiting(board: SlotBoard): boolean {
  const { before, after } = hiddenTickets(board);
  return board.tickets.length > 0 && (board.isList || before.length + after.length > 0);
}

/** `most`: so many at a time; the cook has moved on until the last is closed. */
export function closed(board: SlotBoard, nowMs: number, most?: number): SlotBoard {
  const slots = closeGaps(board.slots, nowMs, most);
  return withSlots({ ...board, hasMovedOn: slots.some((slot) => isOver(slot, nowMs)) }, slots);
}

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
