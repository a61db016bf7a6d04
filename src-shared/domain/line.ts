import type { LineId, ProductId, StationId } from './id.ts';
import type { Minor } from './money.ts';

/** How far one station is with one line; rank grows with progress ([LIN1]). */
export const workStatuses = ['pending', 'preparing', 'ready', 'completed'] as const;
export type WorkStatus = (typeof workStatuses)[number];

export const lineStatuses = [...workStatuses, 'voided'] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** One station's share of a line. Times are epoch milliseconds on the server's clock. */
export type Progress = {
  readonly station: StationId;
  readonly status: WorkStatus;
  readonly startedAtMs: number | null;
  readonly readyAtMs: number | null;
  readonly completedAtMs: number | null;
};

export type Modifier = { readonly name: string; readonly price: Minor };

/**
 * One dish of an order, with the name and price it was sold with. Its status is derived from `progress`, which has
 * at least one entry.
 */
export type Line = {
  readonly id: LineId;
  readonly productId: ProductId | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly modifiers: readonly Modifier[];
  readonly notes: string | null;
  readonly seat: number | null;
  readonly course: number | null;
  /** What this guest must not get; not what the dish contains ([ALG1]). */
  readonly allergens: readonly string[];
  readonly progress: readonly Progress[];
  /** How often the line has been cooked anew; a recall adds one. */
  readonly round: number;
  readonly voidedAtMs: number | null;
  readonly voidReason: string | null;
};

export const rankOf = (status: WorkStatus): number => workStatuses.indexOf(status);

/** The least advanced station decides; one station at work makes the whole line `preparing` ([LIN2]). */
export function lineStatus(line: Line): LineStatus {
  if (line.voidedAtMs !== null) return 'voided';
  return slowest(line.progress.map((part) => part.status));
}

/** What a group of parts is as a whole: all done is done, any begun is `preparing`, else `pending`. */
export function slowest(parts: readonly WorkStatus[]): WorkStatus {
  const least = Math.min(...parts.map(rankOf));
  if (least >= rankOf('ready')) return workStatuses[least] ?? 'ready';
  return parts.some((part) => part !== 'pending') ? 'preparing' : 'pending';
}

/** What the guest pays for the line; nothing when it is voided ([MON2]). */
export function lineTotal(line: Line): Minor {
  if (line.voidedAtMs !== null) return 0;
  return line.quantity * line.modifiers.reduce((sum, modifier) => sum + modifier.price, line.unitPrice);
}

/** Moves every station of the line forward to `status`; the very same line when all are that far already. */
export function advanceLine(line: Line, status: WorkStatus, nowMs: number): Line {
  const progress = line.progress.map((part) => advance(part, status, nowMs));
  return progress.every((part, index) => part === line.progress[index]) ? line : { ...line, progress };
}

function advance(part: Progress, status: WorkStatus, nowMs: number): Progress {
  const rank = rankOf(status);
  if (rankOf(part.status) >= rank) return part;
  return {
    ...part,
    status,
    startedAtMs: part.startedAtMs ?? nowMs,
    readyAtMs: part.readyAtMs ?? (rank >= rankOf('ready') ? nowMs : null),
    completedAtMs: rank >= rankOf('completed') ? nowMs : null,
  };
}
