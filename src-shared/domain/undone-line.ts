import equal from 'fast-deep-equal';
import { contentOf, type Line, type LineContent } from './line.ts';
import { isCooked, type Progress } from './progress.ts';
import { firedAtMs, isUntouched } from './timing.ts';
import { undoneFields } from './undone-fields.ts';

/** One line without what the command did to it ([UND1]); `undefined` when somebody has gone on from there. */
export function undoneLine(now: Line, before: Line | undefined, after: Line | undefined): Line | undefined {
  if (!before || !after || equal(before, after)) return now;
  if (isWorkedOn(now, before, after) || (hasNews(now, after) && wasCooked(before, after))) return undefined;
  const line = undoneFields(now, before, after, notOfLine);
  const shares = undoneProgress(now.progress, before.progress, after.progress);
  if (!line || !shares) return undefined;
  const progress = hasNews(now, after) ? shares.map((part) => stillUnseen(part, now, before)) : shares;
  // What somebody has begun must not be left on hold.
  if (line.heldAtMs !== null && progress.some(({ status }) => status !== 'pending')) return undefined;
  const startsAtMs = before.startsAtMs === after.startsAtMs || !isUntouched(now) ? now.startsAtMs : before.startsAtMs;
  return { ...line, progress, startsAtMs, changedFrom: undoneTrace(now, before, after, progress) };
}

/** Kept by their own rules; whether it rings is the undo's own affair. */
const notOfLine: ReadonlySet<string> = new Set(['progress', 'quiet', 'changedFrom', 'startsAtMs']);

/** Whoever has yet to see a change again sees old and new again, though all had seen it meanwhile ([CHG1]). */
function undoneTrace(now: Line, before: Line, after: Line, progress: readonly Progress[]): LineContent | null {
  if (now.changedAtMs !== after.changedAtMs) return now.changedFrom;
  if (equal(now.progress, after.progress)) return before.changedFrom;
  const isSeen = progress.every(({ acknowledgedAtMs }) => acknowledgedAtMs !== null);
  return isSeen ? null : (before.changedFrom ?? now.changedFrom);
}

/** What the dish is, whether it is cooked at all and whether it may be begun are the ground that its stations stand on. */
function isWorkedOn(now: Line, before: Line, after: Line): boolean {
  // Some of it has gone to another order, or is more by now: the two halves of one state cannot be given back.
  if (now.quantity !== after.quantity) return true;
  const isOther = before.voidedAtMs !== after.voidedAtMs || !equal(contentOf(before), contentOf(after));
  if (isOther) return !equal(groundOf(now), groundOf(after));
  const isTimed = before.heldAtMs !== after.heldAtMs || firedAtMs(before) !== firedAtMs(after);
  return isTimed && !equal(now.progress.map(statusOf), after.progress.map(statusOf));
}

const hasNews = (now: Line, after: Line) =>
  now.changedAtMs !== after.changedAtMs || now.voidedAtMs !== after.voidedAtMs;

/** What somebody had cooked was the dish of then: what it is since nobody has ([CHG1], [VOI1]). */
function wasCooked(before: Line, after: Line): boolean {
  return before.progress.some((part) => {
    const left = shareOf(after.progress, part);
    return isCooked(part) && !(left && isCooked(left));
  });
}

/** A share that comes back was taken note of before there was any news. */
function stillUnseen(part: Progress, now: Line, before: Line): Progress {
  const isBack = shareOf(now.progress, part)?.acknowledgedAtMs !== part.acknowledgedAtMs;
  return isBack && shareOf(before.progress, part) ? { ...part, acknowledgedAtMs: null } : part;
}

/** What rings, and when it begins because of others, nobody stands on ([FIR3]). */
const groundOf = (line: Line) => ({ ...line, quiet: null, startsAtMs: null });
const statusOf = ({ status }: Progress) => status;

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

export const shareOf = (parts: readonly Progress[], { station }: Progress) =>
  parts.find((part) => part.station === station);

function undonePart(now: Progress, before: Progress | undefined, after: Progress | undefined): Progress | undefined {
  if (!before || !after || equal(before, after)) return now;
  return equal(now, after) ? { ...before, turn: now.turn + 1 } : undefined;
}

/** Back is a turn like any other: of two states of a share the greater turn is the newer. */
const laterTurn =
  (now: readonly Progress[]) =>
  (part: Progress): Progress => ({ ...part, turn: Math.max(part.turn, ...now.map(({ turn }) => turn)) + 1 });
