import equal from 'fast-deep-equal';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Progress } from '#shared/domain/progress.ts';
import type { UndoCommand } from '../outbox/screen-command.ts';

/**
 * The undo of a command whose event came before its answer: what this screen remembers has the times that it hoped for,
 * and what is confirmed has the server's. Of two shares that are as far and went back as often they are the only
 * difference, and no reason to wait with showing it; the server goes by the command's key alone ([UND1]).
 */
export function withTimesOf(now: Order, command: UndoCommand): UndoCommand {
  const { before, after } = command;
  const lines = after.lines.map((line) => lineLike(lineIn(before, line), line, lineIn(now, line)));
  return { ...command, after: { ...after, lines } };
}

const lineIn = ({ lines }: Order, { id }: Line) => lines.find((line) => line.id === id);

function lineLike(before: Line | undefined, line: Line, now: Line | undefined): Line {
  if (!now || !before || equal(before, line)) return line;
  return {
    ...line,
    progress: line.progress.map((part) => partLike(partIn(before, part), part, partIn(now, part))),
    expoSeenAtMs: timeLike(line.expoSeenAtMs, now.expoSeenAtMs),
    heldAtMs: timeLike(line.heldAtMs, now.heldAtMs),
    firedAtMs: timeLike(line.firedAtMs, now.firedAtMs),
  };
}

/** Both have happened, or only one has. */
const timeLike = (atMs: number | null, now: number | null) => (atMs !== null && now !== null ? now : atMs);

const partIn = ({ progress }: Line, { station }: Progress) => progress.find((part) => part.station === station);

/** What the command has left alone is no matter of its undo. */
function partLike(before: Progress | undefined, part: Progress, now: Progress | undefined): Progress {
  const isSame = now?.status === part.status && now.turn === part.turn;
  return isSame && !equal(before, part) ? now : part;
}
