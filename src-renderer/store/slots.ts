import type { OrderId } from '#shared/domain/id.ts';
import { type Bumped, takesAway } from './bumped.ts';
import { nextFirst, type Placed, type Ticket } from './ticket.ts';

/** A place on the board: a ticket, or the gap that one has left. */
export type Slot<T extends Placed = Ticket> = {
  readonly id: OrderId;
  /** As it was last seen, in a gap. */
  readonly ticket: T;
  /** When the ticket left, on the screen's steady clock; null while it stands there. */
  readonly goneAtMs: number | null;
};

/** So long a gap offers the way back, and does not close ([UND1], [SLT2]). */
export const gapMs = 8000;

/**
 * The places when other tickets are open than before ([SLT1]): who goes leaves a gap, who comes back finds its gap, who
 * is new stands behind the last that comes before it. Nothing else changes places; only another priority does that.
 *
 * @param tickets in their order
 */
export function advance<T extends Placed>(slots: readonly Slot<T>[], tickets: readonly T[], nowMs: number): Slot<T>[] {
  const open = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const kept = slots.filter((slot) => !isMoved(slot, open.get(slot.id))).map((slot) => now(slot, open, nowMs));
  const known = new Set(kept.map(({ id }) => id));
  const arriving = tickets.filter(({ id }) => !known.has(id));
  return withAll(kept, arriving);
}

/** Those of a first picture, or of a rush, all come behind the last. */
function withAll<T extends Placed>(slots: Slot<T>[], arriving: readonly T[]): Slot<T>[] {
  const [first] = arriving;
  const last = slots.at(-1);
  const allBehind = first && (!last || nextFirst(last.ticket, first) < 0);
  return allBehind ? [...slots, ...arriving.map(standing)] : arriving.reduce(withTicket, slots);
}

const standing = <T extends Placed>(ticket: T): Slot<T> => ({ id: ticket.id, ticket, goneAtMs: null });

const isMoved = (slot: Slot<Placed>, ticket: Placed | undefined) =>
  ticket !== undefined && ticket.order.priority !== slot.ticket.order.priority;

function now<T extends Placed>(slot: Slot<T>, open: ReadonlyMap<OrderId, T>, nowMs: number): Slot<T> {
  const ticket = open.get(slot.id);
  if (!ticket) return slot.goneAtMs === null ? { ...slot, goneAtMs: nowMs } : slot;
  return slot.ticket === ticket && slot.goneAtMs === null ? slot : standing(ticket);
}

function withTicket<T extends Placed>(slots: Slot<T>[], ticket: T): Slot<T>[] {
  const at = slots.findLastIndex((slot) => nextFirst(slot.ticket, ticket) < 0) + 1;
  return slots.toSpliced(at, 0, standing(ticket));
}

export const isGap = ({ goneAtMs }: Slot<Placed>): boolean => goneAtMs !== null;

/** Nobody can take it back here any more. */
export const isOver = ({ goneAtMs }: Slot<Placed>, nowMs: number): boolean =>
  goneAtMs !== null && nowMs - goneAtMs >= gapMs;

/** The bump of this screen that made the gap; none when somebody else did, whatever was bumped here long before. */
export function bumpOf({ id, goneAtMs }: Pick<Slot, 'id' | 'goneAtMs'>, bumped: readonly Bumped[]): Bumped | undefined {
  if (goneAtMs === null) return undefined;
  return bumped
    .filter(takesAway)
    .findLast(({ before, atMs }) => before.id === id && Math.abs(goneAtMs - atMs) <= sameMomentMs);
}

/** Gaps are timed by the full second. */
const sameMomentMs = 2000;

/** Without the gaps whose time is over: the cook has moved on ([SLT2]); the first so many. The same list when there are none. */
export function closeGaps<T extends Placed>(
  slots: readonly Slot<T>[],
  nowMs: number,
  most = Number.POSITIVE_INFINITY,
): readonly Slot<T>[] {
  const closing = new Set(slots.filter((slot) => isOver(slot, nowMs)).slice(0, most));
  return closing.size > 0 ? slots.filter((slot) => !closing.has(slot)) : slots;
}

/** Without the gaps among these, but for the newest: whoever has just bumped by mistake has it back where it stood. */
export function closeAllButNewest<T extends Placed>(slots: readonly Slot<T>[], among: readonly Slot<T>[]): Slot<T>[] {
  const newestMs = Math.max(...among.map(({ goneAtMs }) => goneAtMs ?? 0));
  const closing = new Set(among.filter((slot) => isGap(slot) && slot.goneAtMs !== newestMs));
  return slots.filter((slot) => !closing.has(slot));
}
