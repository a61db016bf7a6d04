import type { StationId } from './id.ts';

/** How far one station is with one line; rank grows with progress ([LIN1]). */
export const workStatuses = ['pending', 'preparing', 'ready', 'completed'] as const;
export type WorkStatus = (typeof workStatuses)[number];

/** Why a line came to a station; told to a cook who asks ([RTE2]). */
export const routeReasons = ['station-item', 'menu-item', 'category', 'fallback', 'hand'] as const;
export type RouteReason = (typeof routeReasons)[number];

/** One station's share of a line. Times are epoch milliseconds on the server's clock. */
export type Progress = {
  readonly station: StationId;
  readonly status: WorkStatus;
  readonly startedAtMs: number | null;
  readonly readyAtMs: number | null;
  readonly completedAtMs: number | null;
  /** Its clock was started anew then, by a recall; null while it runs from the line's own beginning. */
  readonly sinceMs: number | null;
  /** Waits until these stations of the same line are ready: make, then finish ([RTE3]). */
  readonly after: readonly StationId[];
  readonly routedBy: RouteReason;
  /** The cook has seen changes, voids and allergens up to then ([ACG2]). */
  readonly acknowledgedAtMs: number | null;
  /** Who bumped it, as they are called; null for a machine, or by age. */
  readonly doneBy: string | null;
  /** Bumped by its age alone: not to be counted as work ([AUB1]). */
  readonly doneByAge: boolean;
  /** +1 whenever it goes back. Of two states of a share the greater turn is the newer one. */
  readonly turn: number;
};

export const rankOf = (status: WorkStatus): number => workStatuses.indexOf(status);

export function untouched(station: StationId, routedBy: RouteReason, after: readonly StationId[] = []): Progress {
  return {
    station,
    status: 'pending',
    startedAtMs: null,
    readyAtMs: null,
    completedAtMs: null,
    sinceMs: null,
    after,
    routedBy,
    acknowledgedAtMs: null,
    doneBy: null,
    doneByAge: false,
    turn: 0,
  };
}

/** What a group of parts is as a whole: all done is done, any begun is `preparing`, else `pending` ([LIN2]). */
export function slowest(parts: readonly WorkStatus[]): WorkStatus {
  const least = Math.min(...parts.map(rankOf));
  if (least >= rankOf('ready')) return workStatuses[least] ?? 'ready';
  return parts.some((part) => part !== 'pending') ? 'preparing' : 'pending';
}

/** Its station has nothing left to do to it. */
export const isCooked = ({ status }: Pick<Progress, 'status'>): boolean => rankOf(status) >= rankOf('ready');

/** Who moves a share forward, and when. `by` is null for a machine. */
export type Doing = { readonly nowMs: number; readonly by: string | null; readonly byAge?: boolean };

/** The very same share when it is that far already. */
export function advance(part: Progress, status: WorkStatus, { nowMs, by, byAge = false }: Doing): Progress {
  const rank = rankOf(status);
  if (rankOf(part.status) >= rank) return part;
  const isDone = rank >= rankOf('ready') && part.readyAtMs === null;
  return {
    ...part,
    status,
    startedAtMs: part.startedAtMs ?? nowMs,
    readyAtMs: part.readyAtMs ?? (rank >= rankOf('ready') ? nowMs : null),
    completedAtMs: rank >= rankOf('completed') ? nowMs : null,
    doneBy: isDone ? by : part.doneBy,
    doneByAge: isDone ? byAge : part.doneByAge,
  };
}

/** Cooked anew: back to work, with a clock from now ([RCL1]). */
export function begunAgain(part: Progress, nowMs: number): Progress {
  return {
    ...part,
    status: 'preparing',
    readyAtMs: null,
    completedAtMs: null,
    doneBy: null,
    doneByAge: false,
    sinceMs: nowMs,
    turn: part.turn + 1,
  };
}

/**
 * Bumped by mistake: as it was before it became ready, to do where nobody had begun it ([RCL1]). A step that was left out
 * has the time of the one that was made, so whatever was begun at the moment when it was ready had not been begun before.
 *
 * @param isAhead it is not due yet: begun, or a recall would bring it back before nobody's eyes
 */
export function unbumped(part: Progress, isAhead: boolean): Progress {
  const wasBegun = isAhead || part.startedAtMs !== part.readyAtMs;
  return {
    ...part,
    status: wasBegun ? 'preparing' : 'pending',
    startedAtMs: wasBegun ? part.startedAtMs : null,
    readyAtMs: null,
    completedAtMs: null,
    doneBy: null,
    doneByAge: false,
    turn: part.turn + 1,
  };
}

/** Handed over, or finished for good, by mistake: as ready as it was, or as little ([RCL1]). */
export function unfinished(part: Progress, isAhead: boolean): Progress {
  const wasReady = part.completedAtMs !== null && part.completedAtMs !== part.readyAtMs;
  return wasReady ? { ...part, status: 'ready', completedAtMs: null, turn: part.turn + 1 } : unbumped(part, isAhead);
}
