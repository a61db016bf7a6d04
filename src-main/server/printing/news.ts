import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { goneAtMs } from '#shared/domain/part-state.ts';
import { lineSinceMs, type TicketLine, ticketAt, type Viewpoint } from '#shared/domain/station-ticket.ts';

/** In the order in which they stand on a slip. */
export const newsKinds = ['new', 'add-on', 'again', 'change', 'void'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Something of an order that a station has yet to learn. `keys`: by these it is known that it was told. */
export type News = { readonly kind: NewsKind; readonly line: Line; readonly keys: readonly string[] };

/** What a station knows of an order already. */
export type Known = {
  /** Its screens have shown all up to then. */
  readonly seenAtMs: number;
  /** The keys of what was told by slips. */
  readonly told: ReadonlySet<string>;
};

/** What neither a screen nor a slip has told that station of the order, and it has to do something about ([PRT6]). */
export function newsOf(order: Order, viewpoint: Viewpoint, known: Known, nowMs: number): readonly News[] {
  const ticket = ticketAt(order, viewpoint, nowMs);
  if (!ticket) return [];
  const isTold = (one: TicketLine) => keysOf(one).some((key) => known.told.has(key));
  const isKnown = (one: TicketLine) => cameMs(order, one, viewpoint) <= known.seenAtMs || isTold(one);
  const wasKnown = (one: TicketLine) => lineSinceMs(one) <= known.seenAtMs || isTold(one);
  const isFirst = ticket.lines.every((one) => !isKnown(one));
  return ticket.lines.flatMap((one): readonly News[] => {
    const { line, state } = one;
    // Nobody needs to be told of the end of what they were never told to begin.
    if (state === 'void') return wasKnown(one) ? voided(order, line, known) : [];
    if (state !== 'todo' && !(state === 'waiting' && viewpoint.station === null)) return [];
    const changes = line.changedAtMs === null || !line.changedFrom ? [] : [`change:${line.id}:${line.changedAtMs}`];
    if (!isKnown(one)) return [{ kind: kindOf(one, isFirst), line, keys: [...keysOf(one), ...changes] }];
    const isChangeToTell = (line.changedAtMs ?? 0) > known.seenAtMs && changes.some((key) => !known.told.has(key));
    return isChangeToTell ? [{ kind: 'change', line, keys: changes }] : [];
  });
}

/**
 * When it came to stand there. What was given to the station by hand, or went back with its clock kept, may be older
 * than that; the order's last change is not.
 */
function cameMs(order: Order, one: TicketLine, { station }: Viewpoint): number {
  const isBack = one.parts.some(({ turn, routedBy }) => turn > 0 || (station !== null && routedBy === 'hand'));
  return isBack ? order.updatedAtMs : lineSinceMs(one);
}

function voided(order: Order, line: Line, known: Known): readonly News[] {
  const keys = [`void:${line.id}`];
  const isTold = (goneAtMs(order, line) ?? 0) <= known.seenAtMs || keys.some((key) => known.told.has(key));
  return isTold ? [] : [{ kind: 'void', line, keys }];
}

function kindOf({ line, parts }: TicketLine, isFirst: boolean): NewsKind {
  if (parts.some(({ turn }) => turn > 0)) return 'again';
  return line.addition > 0 || !isFirst ? 'add-on' : 'new';
}

/** What is cooked anew is news. */
const keysOf = ({ line, parts }: TicketLine): readonly string[] => [
  `new:${line.id}:${parts.reduce((turns, { turn }) => turns + turn, 0)}`,
];
