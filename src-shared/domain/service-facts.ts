import type { Line } from './line.ts';
import { type Order, type OrderType, orderStatus } from './order.ts';
import { isCooked, type Progress } from './progress.ts';
import { shareSinceMs } from './station-ticket.ts';

/** One dish at one station, as it was cooked last. Times in ms. */
export type ShareFacts = {
  readonly station: string;
  /** The dish as it was sold. */
  readonly item: string;
  readonly quantity: number;
  /** From when it could be begun until it was ready. */
  readonly prepMs: number;
  /** From ready until it was handed over: under the heat lamp. Null where a bump hands over at once. */
  readonly waitMs: number | null;
  /** The menu's target at the time, in minutes. */
  readonly target: number | null;
  /** Of the day, 0 to 23, on the restaurant's wall clock, in which it was ready. */
  readonly hour: number;
};

/** What an order that is done says of the speed of service ([RPT1]). */
export type OrderFacts = {
  readonly type: OrderType;
  readonly hour: number;
  /** From when its first dish could be begun until its last one was ready; null where that says nothing ([RPT2]). */
  readonly ticketMs: number | null;
  /** Of its slowest dish; null where none has one. */
  readonly target: number | null;
  /** Against its promise, where it has one. */
  readonly isPastPromise: boolean | null;
  readonly isCancelled: boolean;
  /** Portions that were handed over, … */
  readonly portions: number;
  /** … that were called off, … */
  readonly voided: number;
  /** … and how often a dish was cooked again. */
  readonly recooked: number;
  readonly shares: readonly ShareFacts[];
};

/** Longer than four hours nobody cooks: a bump was forgotten ([RPT2]). */
const longestMs = 4 * 3600_000;

/** Hour of the day on the restaurant's wall clock. */
type HourOf = (atMs: number) => number;

/**
 * `undefined` for an order that is not done, or is another one now. What the change of day put away was never served; but
 * one that was cancelled stays cancelled, whether or not the kitchen had taken note of it by then.
 */
export function factsOf(order: Order, hourOf: HourOf): OrderFacts | undefined {
  const status = orderStatus(order);
  const isOver = status === 'completed' || status === 'cancelled';
  const isPutAway = order.clearedAtMs !== null && status !== 'cancelled';
  if (!isOver || order.mergedInto !== null || isPutAway) return undefined;
  const live = status === 'cancelled' ? [] : order.lines.filter(({ voidedAtMs }) => voidedAtMs === null);
  const parts = live.flatMap((line) => line.progress.map((part) => ({ line, part })));
  const readyMs = Math.max(...parts.map(({ part }) => part.readyAtMs ?? 0));
  const targets = live.flatMap(({ prepMinutes }) => prepMinutes ?? []);
  const { promisedAtMs } = order;
  return {
    type: order.type,
    hour: hourOf(order.createdAtMs),
    ticketMs: ticketMs(parts, readyMs),
    target: targets.length > 0 ? Math.max(...targets) : null,
    isPastPromise: promisedAtMs === null || parts.length === 0 ? null : readyMs > promisedAtMs,
    isCancelled: status === 'cancelled',
    portions: portionsOf(live),
    voided: portionsOf(order.lines) - portionsOf(live),
    recooked: live.reduce((sum, { round }) => sum + round - 1, 0),
    shares: parts.flatMap(({ line, part }) => shareFacts(line, part, hourOf)),
  };
}

type Part = { readonly line: Line; readonly part: Progress };

const portionsOf = (lines: readonly Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Only where every station has bumped all of it by hand. */
function ticketMs(parts: readonly Part[], readyMs: number): number | null {
  if (parts.length === 0 || !parts.every(({ part }) => isCooked(part) && !part.doneByAge)) return null;
  return sound(readyMs - Math.min(...parts.map(({ line, part }) => shareSinceMs(line, part))));
}

/** A clock that jumped, or a bump that was forgotten, is no service ([RPT2]). */
const sound = (ms: number): number | null => (ms >= 0 && ms <= longestMs ? ms : null);

function shareFacts(line: Line, part: Progress, hourOf: HourOf): ShareFacts[] {
  const { station, readyAtMs, completedAtMs, doneByAge } = part;
  if (readyAtMs === null || doneByAge) return [];
  const prepMs = sound(readyAtMs - shareSinceMs(line, part));
  if (prepMs === null) return [];
  return [
    {
      station,
      item: line.name,
      quantity: line.quantity,
      prepMs,
      waitMs: completedAtMs === null || completedAtMs === readyAtMs ? null : sound(completedAtMs - readyAtMs),
      target: line.prepMinutes,
      hour: hourOf(readyAtMs),
    },
  ];
}
