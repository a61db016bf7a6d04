import type { LineId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { goneAtMs } from './part-state.ts';
import type { Progress } from './progress.ts';
import type { TicketLine, Viewpoint } from './station-ticket.ts';

/**
 * What somebody had before their eyes when they said that it is done: a command may be days under way, and must not
 * meet what has come since ([BMP2]).
 */
export type Sight = {
  /** The `updatedAtMs` of the order that they saw: the server's clock on both sides, so that none are compared. */
  readonly atMs: number;
  readonly lines: readonly SeenLine[];
};

/** `turns`: how often its shares of that viewpoint had gone back, taken together. */
export type SeenLine = { readonly id: LineId; readonly turns: number };

/** The whole ticket, as it can be bumped; with `lineIds` those lines, whatever they wait for. */
export function sightOf(
  lines: readonly TicketLine[],
  viewpoint: Viewpoint,
  atMs: number,
  lineIds: readonly LineId[] | null,
): Sight {
  const isIn = (one: TicketLine) => (lineIds === null ? isAtHand(one) : lineIds.includes(one.line.id));
  const seenLine = ({ line }: TicketLine) => ({ id: line.id, turns: turnsOf(line, viewpoint) });
  return { atMs, lines: lines.filter(isIn).map(seenLine) };
}

/** All of an order that is there to be handed over, as it stands on no board any more. */
export const sightOfAll = (order: Order, atMs: number): Sight => ({
  atMs,
  lines: order.lines.map((line) => ({ id: line.id, turns: turnsOf(line, whole) })),
});

export const whole: Viewpoint = { station: null, goal: 'completed' };

/** What keeps its ticket there, but for what is on hold: a bump of the ticket is not meant for the next course. */
const isAtHand = ({ isActive, state }: TicketLine) => isActive && state !== 'held';

const turnsOf = ({ progress }: Line, { station }: Viewpoint) =>
  sum(progress.filter((part) => station === null || part.station === station));

const sum = (parts: readonly Progress[]) => parts.reduce((turns, { turn }) => turns + turn, 0);

/**
 * It stood there so: neither changed, also back again, nor called off since, and it has not gone back to work by a recall
 * or an undo. Who does not say what they saw saw all.
 */
export function wasSeenSo(order: Order, line: Line, viewpoint: Viewpoint, sight: Sight | undefined): boolean {
  if (!sight) return true;
  const seen = sight.lines.find(({ id }) => id === line.id);
  const newsAtMs = Math.max(line.changedAtMs ?? 0, goneAtMs(order, line) ?? 0);
  return seen !== undefined && newsAtMs <= sight.atMs && turnsOf(line, viewpoint) <= seen.turns;
}

/**
 * No tap at a station offers to bring back what the pass has handed over: so that came since, and the dish is with the
 * guest ([LIN3]).
 */
export const wasHandedOverSince = (
  { progress }: Line,
  { station, goal }: Viewpoint,
  sight: Sight | undefined,
): boolean =>
  sight !== undefined &&
  goal === 'ready' &&
  progress.some((part) => part.station === station && part.status === 'completed');

/**
 * No board starts what is on hold, it fires it: so that came since, also by the undo of a fire, and a start that was under
 * way meanwhile lifts nobody's hold ([FIR1]).
 */
export const wasHeldSince = ({ heldAtMs }: Line, sight: Sight | undefined): boolean =>
  sight !== undefined && heldAtMs !== null;

/** What was put away stands on no board, so that happened since: the tap brings nothing to another day's board ([CLR1]). */
export const wasPutAwaySince = ({ clearedAtMs }: Order, sight: Sight | undefined): boolean =>
  sight !== undefined && clearedAtMs !== null;
