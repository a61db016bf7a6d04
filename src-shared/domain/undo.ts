import equal from 'fast-deep-equal';
import type { UndoChange } from './command.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { changed } from './order-change.ts';
import type { Progress } from './progress.ts';

/**
 * [UND1] Takes back exactly what one command did, as long as nobody has gone on from there: whatever it changed must
 * still be as it left it. What others did meanwhile to other things stays.
 */
export function undo(order: Order, { before, after }: UndoChange, nowMs: number): Decision {
  if (!hasSameLines(before, after)) return refuse('cannot_undo', 'That cannot be taken back.');
  const lines = order.lines.map((line) => undoneLine(line, lineIn(before, line), lineIn(after, line)));
  const whole = undoneFields(order, before, after, notUndone);
  if (whole === undefined || lines.includes(undefined) || isMissing(order, before, after)) return goneOn;
  const next: Order = { ...whole, lines: lines as Line[] };
  return equal(next, order) ? accept() : changed(order, next, nowMs, 'order_updated', { undone: true });
}

const goneOn = refuse('cannot_undo', 'Somebody has gone on from there meanwhile.');

/** Kept by their own rules. */
const notUndone: ReadonlySet<string> = new Set(['version', 'updatedAtMs', 'lines', 'lastRecall']);

const hasSameLines = (a: Order, b: Order) => equal(idsOf(a), idsOf(b));
const idsOf = ({ lines }: Order) => lines.map(({ id }) => id).toSorted();
const lineIn = ({ lines }: Order, { id }: Line) => lines.find((line) => line.id === id);

/** A line that it changed has gone to another order since. */
function isMissing(order: Order, before: Order, after: Order): boolean {
  return after.lines.some((line) => !lineIn(order, line) && !equal(line, lineIn(before, line)));
}

function undoneLine(now: Line, before: Line | undefined, after: Line | undefined): Line | undefined {
  if (!before || !after || equal(before, after)) return now;
  // Some of it has gone to another order, or is more by now: the two halves of one state cannot be given back.
  if (now.quantity !== after.quantity) return undefined;
  const line = undoneFields(now, before, after, notOfLine);
  const progress = undoneProgress(now.progress, before.progress, after.progress);
  return line && progress && { ...line, progress };
}

/** Whether it rings is the undo's own affair. */
const notOfLine: ReadonlySet<string> = new Set(['progress', 'quiet']);

/** Shares are taken back whole; where a line was given to another station, all of them. */
function undoneProgress(
  now: readonly Progress[],
  before: readonly Progress[],
  after: readonly Progress[],
): readonly Progress[] | undefined {
  const stations = (parts: readonly Progress[]) => parts.map(({ station }) => station);
  if (!equal(stations(before), stations(after))) return equal(now, after) ? before.map(laterTurn(now)) : undefined;
  const undone = now.map((part) => undonePart(part, shareOf(before, part), shareOf(after, part)));
  return undone.includes(undefined) ? undefined : (undone as Progress[]);
}

const shareOf = (parts: readonly Progress[], { station }: Progress) => parts.find((part) => part.station === station);

function undonePart(now: Progress, before: Progress | undefined, after: Progress | undefined): Progress | undefined {
  if (!before || !after || equal(before, after)) return now;
  return equal(now, after) ? { ...before, turn: now.turn + 1 } : undefined;
}

/** Back is a turn like any other: of two states of a share the greater turn is the newer. */
const laterTurn =
  (now: readonly Progress[]) =>
  (part: Progress): Progress => ({ ...part, turn: Math.max(part.turn, ...now.map(({ turn }) => turn)) + 1 });

function undoneFields<Value extends object>(
  now: Value,
  before: Value,
  after: Value,
  except: ReadonlySet<string>,
): Value | undefined {
  const next = { ...now };
  for (const field of Object.keys(before) as (keyof Value)[]) {
    if (except.has(String(field)) || equal(before[field], after[field])) continue;
    if (!equal(now[field], after[field])) return undefined;
    next[field] = before[field];
  }
  return next;
}
