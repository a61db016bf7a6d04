import equal from 'fast-deep-equal';
import type { UndoChange } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import { contentOf, type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changed } from './order-change.ts';
import { goneAtMs } from './part-state.ts';
import type { Progress } from './progress.ts';
import { retimed } from './retiming.ts';
import { undoneFields } from './undone-fields.ts';
import { shareOf, undoneLine } from './undone-line.ts';

/**
 * [UND1] Takes back exactly what one command did, as long as nobody has gone on from there: whatever it changed must
 * still be as it left it, and so must all that rests on it. What others did meanwhile to other things stays.
 */
export function undo(view: KitchenView, order: Order, { before, after }: UndoChange, nowMs: number): Decision {
  if (!hasSameLines(before, after)) return refuse('cannot_undo', 'That cannot be taken back.');
  const left = isUncancelled(order, before, after) ? unnoted(order, after) : order.lines;
  const lines = left.map((line) => undoneLine(line, lineIn(before, line), lineIn(after, line)));
  const whole = undoneFields(order, before, after, notUndone);
  if (whole === undefined || lines.includes(undefined) || isBuiltOn(order, before, after)) return goneOn;
  // Nobody has gone on with when dishes begin: the very times of before. Else what waits goes by what there is now.
  const isAlone = equal(timesOf(before), timesOf(after)) || equal(workOf(order), workOf(after));
  const timed = isAlone ? (lines as Line[]) : retimed(order, lines as Line[], nowMs, view.settings());
  const undone: Order = { ...whole, lastRecall: undoneRecall(order, before, after), lines: timed };
  const next = { ...undone, lines: undone.lines.map((line) => toldAgain(order, undone, line)) };
  return equal(next, order) ? accept() : changed(order, next, nowMs, 'order_updated', { undone: true });
}

/** What a command has that has to do with when dishes begin. */
const timesOf = ({ lines }: Order) =>
  lines.map(({ quantity, course, heldAtMs, startsAtMs, voidedAtMs }) => [
    quantity,
    course,
    heldAtMs,
    startsAtMs,
    voidedAtMs,
  ]);

/** The same, and how far they are: what the times of those that wait hang on. */
const workOf = (order: Order) => [
  timesOf(order),
  order.lines.map(({ progress }) => progress.map(({ status }) => status)),
];

/** It is cancelled, by this command, and is to be so no more. */
const isUncancelled = (order: Order, before: Order, after: Order): boolean =>
  before.cancelledAtMs === null && after.cancelledAtMs !== null && order.cancelledAtMs === after.cancelledAtMs;

/** What somebody noted of a cancelled order is that it was struck through: back again, they have yet to see it. */
const unnoted = ({ lines }: Order, after: Order): readonly Line[] =>
  lines.map((line) => {
    const left = line.voidedAtMs === null ? lineIn(after, line) : undefined;
    const noted = (part: Progress) => shareOf(left?.progress ?? [], part)?.acknowledgedAtMs ?? null;
    const progress = line.progress.map((part) => ({ ...part, acknowledgedAtMs: noted(part) }));
    if (!left) return line;
    const isSame = line.changedAtMs === left.changedAtMs;
    const changedFrom = isSame ? left.changedFrom : line.changedFrom;
    return { ...line, expoSeenAtMs: left.expoSeenAtMs, changedFrom, progress };
  });

const goneOn = refuse('cannot_undo', 'Somebody has gone on from there meanwhile.');

/** Kept by their own rules. */
const notUndone: ReadonlySet<string> = new Set(['version', 'updatedAtMs', 'lines', 'lastRecall']);

const hasSameLines = (a: Order, b: Order) => equal(idsOf(a), idsOf(b));
const idsOf = ({ lines }: Order) => lines.map(({ id }) => id).toSorted();
const lineIn = ({ lines }: Order, { id }: Line) => lines.find((line) => line.id === id);

/** Somebody has gone on with the order as a whole, or with a line that it changed and that is in another order by now. */
function isBuiltOn(order: Order, before: Order, after: Order): boolean {
  const isOtherIn = (...fields: readonly (keyof Order)[]) =>
    fields.some((field) => !equal(before[field], after[field]));
  // Whatever was done to an order that had come back must not be buried with it again.
  const isPutAway = isOtherIn('clearedAtMs', 'cancelledAtMs') && !isUncancelled(order, before, after);
  if (isPutAway && order.version !== after.version) return true;
  // What was paid for were these dishes, and not those of an order that was merged in.
  if (isOtherIn('paymentStatus', 'paymentMethod') && !hasSameLines(order, after)) return true;
  return after.lines.some((line) => !lineIn(order, line) && !equal(line, lineIn(before, line)));
}

/** Somebody's later recall stays, and is no reason to refuse. */
const undoneRecall = ({ lastRecall }: Order, before: Order, after: Order) =>
  equal(lastRecall, after.lastRecall) ? before.lastRecall : lastRecall;

/** A turn of its own for what a cook may have seen called off or otherwise: no late tap of theirs is meant for it ([BMP2]). */
function toldAgain(order: Order, undone: Order, line: Line): Line {
  const was = lineIn(order, line);
  const isOther = was && (goneAtMs(order, was) !== goneAtMs(undone, line) || !equal(contentOf(was), contentOf(line)));
  return isOther ? mapProgress(line, (part) => ({ ...part, turn: part.turn + 1 })) : line;
}
