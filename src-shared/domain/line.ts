import type { LineId, OrderId, ProductId } from './id.ts';
import type { Minor } from './money.ts';
import { type Progress, slowest, workStatuses } from './progress.ts';
import type { Quiet } from './quiet.ts';

export const lineStatuses = [...workStatuses, 'voided'] as const;
export type LineStatus = (typeof lineStatuses)[number];

export type Modifier = { readonly name: string; readonly price: Minor };

/** What of a line may be changed after it was sent, and must be told the cook as old and new ([CHG1]). */
export type LineContent = {
  readonly quantity: number;
  readonly modifiers: readonly Modifier[];
  readonly notes: string | null;
  readonly seat: number | null;
  readonly course: number | null;
  /** What this guest must not get; not what the dish contains ([ALG1]). */
  readonly allergens: readonly string[];
};

/**
 * One dish of an order, with the name and price it was sold with. Its status is derived from `progress`, which has
 * at least one entry.
 */
export type Line = LineContent & {
  readonly id: LineId;
  readonly productId: ProductId | null;
  readonly name: string;
  /** Of the menu at the time; null for a dish that the menu does not have. */
  readonly category: string | null;
  readonly unitPrice: Minor;
  /** The menu's target at the time, in minutes; null when it has none. */
  readonly prepMinutes: number | null;
  readonly progress: readonly Progress[];
  /** How often the line has been cooked anew; a recall adds one. */
  readonly round: number;
  /** 0 came with the order, 1 with the first addition, and so on ([ADD1]). */
  readonly addition: number;
  readonly addedAtMs: number;
  /** Waits for somebody to fire it since then; null when nobody holds it ([FIR1]). */
  readonly heldAtMs: number | null;
  /** Not to be begun before; null for at once ([FIR3]). */
  readonly startsAtMs: number | null;
  /** By a hand, or by coming to an order that nobody scheduled; null for what comes by the promise or is on hold. */
  readonly firedAtMs: number | null;
  /** What it was before the change that a cook has yet to see; kept until every station has seen it ([CHG1]). */
  readonly changedFrom: LineContent | null;
  readonly changedAtMs: number | null;
  readonly voidedAtMs: number | null;
  readonly voidReason: string | null;
  /** The kitchen's answer whether a voided line was cooked already; null while nobody has said ([VOI1]). */
  readonly voidCooked: boolean | null;
  /** The expo has taken note of it, for itself and for no station; null while it has not, or when there is news ([EXP2]). */
  readonly expoSeenAtMs: number | null;
  /** The order that it was taken from when two were merged; none for one that was ordered here. */
  readonly mergedFrom?: OrderId;
  /** What rings nothing ([CHM10]); null where everything does. */
  readonly quiet: Quiet | null;
};

/** The least advanced station decides; one station at work makes the whole line `preparing` ([LIN2]). */
export function lineStatus(line: Line): LineStatus {
  if (line.voidedAtMs !== null) return 'voided';
  return slowest(line.progress.map((part) => part.status));
}

/** What the guest pays for the line; nothing when it is voided ([MON2]). */
export function lineTotal(line: Line): Minor {
  if (line.voidedAtMs !== null) return 0;
  return line.quantity * line.modifiers.reduce((sum, modifier) => sum + modifier.price, line.unitPrice);
}

/** Applies `change` to each share; the very same line when none has changed. */
export function mapProgress(line: Line, change: (part: Progress) => Progress): Line {
  const progress = line.progress.map(change);
  return progress.every((part, index) => part === line.progress[index]) ? line : { ...line, progress };
}

export const contentOf = ({ quantity, modifiers, notes, seat, course, allergens }: Line): LineContent => ({
  quantity,
  modifiers,
  notes,
  seat,
  course,
  allergens,
});
