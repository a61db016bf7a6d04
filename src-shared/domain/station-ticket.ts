import type { StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { type Goal, isAfterLater, needsAcknowledging, type PartState, partState } from './part-state.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';
import { hasExpo, type Stations, stationOf } from './station.ts';

/** What a screen looks at: one station's share, or everything, as the expediter and a kitchen with one screen do. */
export type Viewpoint = { readonly station: StationId | null; readonly goal: Goal };

export type TicketLine = {
  readonly line: Line;
  readonly state: PartState;
  /** The shares that count here: one at a station, all of them in the whole. */
  readonly parts: readonly Progress[];
  /** Has a change, a void or allergens that nobody here has acknowledged ([ACG1]). */
  readonly isUnseen: boolean;
  /** Keeps the ticket on this board, also when nothing else does. */
  readonly isActive: boolean;
};

/** What one station sees of an order ([TKT4]). */
export type StationTicket = {
  readonly order: Order;
  readonly lines: readonly TicketLine[];
  /** Where it stands among the others: when its oldest work here came, whatever was recalled since ([TKT1]). */
  readonly placeMs: number;
  /** When its clock began ([AGE2]). */
  readonly sinceMs: number;
};

/** The expo, and a board that is no station's, see the whole and hand it over ([EXP1]). */
export function viewpointOf(stations: Stations, station: StationId | null): Viewpoint {
  const found = station === null ? undefined : stationOf(stations, station);
  if (!found || found.kind === 'expo') return { station: null, goal: 'completed' };
  return { station: found.id, goal: hasExpo(stations) ? 'ready' : 'completed' };
}

/** `undefined` when there is nothing for this viewpoint now ([TKT4]). */
export function ticketAt(order: Order, viewpoint: Viewpoint, nowMs: number): StationTicket | undefined {
  const lines = order.lines
    .map((line) => ticketLine(order, line, viewpoint, nowMs))
    .filter((line) => line !== undefined);
  const active = lines.filter((line) => line.isActive);
  if (active.length === 0) return undefined;
  // Who sees the whole keeps a ticket where it is when its next course is fired; to a station it comes anew.
  const placed = viewpoint.station === null ? lines : active;
  const places = begun(placed, lines).flatMap(({ line, parts }) => parts.map((part) => beganMs(line, part)));
  const sinceMs = Math.min(...begun(active, lines).map(lineSinceMs));
  return { order, lines, placeMs: Math.min(...places), sinceMs };
}

function ticketLine(order: Order, line: Line, viewpoint: Viewpoint, nowMs: number): TicketLine | undefined {
  const { station, goal } = viewpoint;
  const parts = station === null ? seenByExpo(line) : line.progress.filter((part) => part.station === station);
  const seen = parts
    .map((part) => ({ part, state: partState(order, line, part, goal, nowMs) }))
    .filter(({ state }) => state !== 'gone');
  if (seen.length === 0) return undefined;
  const states = seen.map((one) => one.state);
  const state = foremost(states);
  const isUnseen = seen.some(({ part }) => needsAcknowledging(order, line, part));
  // What one station has made ready is to be gathered, however long another waits for its time.
  const keeps = states.includes('ready') || isActive(order, line, state, viewpoint, nowMs);
  return { line, state, parts: seen.map(({ part }) => part), isUnseen, isActive: keeps };
}

/** What the expo has taken note of stands there no more as news, whatever the stations have yet to see ([EXP2]). */
function seenByExpo({ progress, expoSeenAtMs }: Line): readonly Progress[] {
  if (expoSeenAtMs === null) return progress;
  return progress.map((part) => ({ ...part, acknowledgedAtMs: part.acknowledgedAtMs ?? expoSeenAtMs }));
}

/** Of several shares the one that somebody has to do something about. */
const foremost = (states: readonly PartState[]): PartState =>
  precedence.find((state) => states.includes(state)) ?? 'done';

const precedence = ['void', 'todo', 'waiting', 'later', 'held', 'ready', 'done'] as const;

/** What is on hold has no clock of its own, unless there is nothing else ([AGE2]). */
function begun(some: readonly TicketLine[], all: readonly TicketLine[]): readonly TicketLine[] {
  return [some, all].map((lines) => lines.filter(isBegun)).find((lines) => lines.length > 0) ?? some;
}

const isBegun = ({ state }: TicketLine) => state !== 'held' && state !== 'later';

/**
 * Somebody has yet to cook it, now or, as it was fired to end with the others, at its time. What is on hold waits for a
 * hand, and no other dish waits for it ([PAS1], [CHM2]).
 */
export const isYetToCook = ({ state }: Pick<TicketLine, 'state'>): boolean =>
  state === 'todo' || state === 'waiting' || state === 'later';

/** Held courses keep a ticket before the eyes of whoever fires them; an expo does that for its stations ([FIR2]). */
function isActive(order: Order, line: Line, state: PartState, { station, goal }: Viewpoint, nowMs: number): boolean {
  if (state === 'held') return goal === 'completed' && !isAfterLater(order, line, nowMs);
  if (state === 'waiting') return station === null;
  return state === 'todo' || state === 'ready' || state === 'void';
}

/** When this share could be begun, or was, ahead of its time. */
function beganMs(line: Line, part: Progress): number {
  const dueMs = line.startsAtMs ?? 0;
  const makers = line.progress.filter(({ station }) => part.after.includes(station));
  return Math.max(
    line.addedAtMs,
    Math.min(dueMs, part.startedAtMs ?? dueMs),
    ...makers.map(({ readyAtMs }) => readyAtMs ?? 0),
  );
}

/** When the clock of one line began ([AGE2]). */
export const lineSinceMs = ({ line, parts }: Pick<TicketLine, 'line' | 'parts'>): number =>
  Math.min(...parts.map((part) => shareSinceMs(line, part)));

/** When the clock of one share began: when it could be begun, or was begun anew. */
export const shareSinceMs = (line: Line, part: Progress): number => Math.max(part.sinceMs ?? 0, beganMs(line, part));

type AgeLimits = { readonly warnMs: number; readonly lateMs: number };

/** When the ticket turns slow and late: with the slowest of its dishes ([AGE1]). */
export function ageLimits({ lines, sinceMs }: StationTicket, settings: Settings): AgeLimits {
  const timed = lines.filter((one) => isTimed(one, sinceMs)).map(({ line }) => line.prepMinutes);
  const limits = (timed.length > 0 ? timed : [null]).map((target) => dishLimits(target, settings));
  return {
    warnMs: Math.max(...limits.map(({ warnMs }) => warnMs)),
    lateMs: Math.max(...limits.map(({ lateMs }) => lateMs)),
  };
}

/** By its target; a dish that has none by the site's own limits, whatever it stands beside. */
function dishLimits(target: number | null, settings: Settings): AgeLimits {
  const warn = target ?? settings.warnMinutes;
  const late = target === null ? settings.lateMinutes : target + settings.lateAfterTargetMinutes;
  return { warnMs: warn * minuteMs, lateMs: late * minuteMs };
}

/**
 * A dish counts on when it is done: no ticket turns late because one was finished. Not so what was done before the
 * clock began, like the dishes to which others were added.
 */
function isTimed(one: TicketLine, clockMs: number): boolean {
  if (one.state === 'done') return lineSinceMs(one) >= clockMs;
  return one.state === 'todo' || one.state === 'waiting' || one.state === 'ready';
}

const minuteMs = 60_000;
