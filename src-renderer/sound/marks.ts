import type { Progress } from '#shared/domain/progress.ts';
import { isReadyQuietly } from '#shared/domain/quiet.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { isYetToCook, type TicketLine } from '#shared/domain/station-ticket.ts';
import { bandLimits } from '../store/age-band.ts';
import type { Ticket } from '../store/ticket.ts';
import type { ChimeKind } from './chime.ts';

/**
 * Something about a ticket that is rung for once. The name is the same on every screen, after every reload and for
 * every way in which the news came; a line that is cooked anew, or changed again, has another one.
 */
export type Mark = {
  readonly name: string;
  readonly kind: ChimeKind;
  /** Only learned: it is no news, or somebody is at it already. */
  readonly isSilent: boolean;
};

export type TicketMarks = {
  readonly marks: readonly Mark[];
  /** From when, on the server's clock, it is late; and what is learned then. */
  readonly lateAtMs: number;
  readonly late: readonly string[];
};

export type HeardTicket = Pick<Ticket, 'order' | 'lines' | 'placeMs' | 'sinceMs' | 'viewpoint'>;

/** All that can be heard of a ticket as it stands now ([CHM1]); `isKnown` says what this screen has learned already. */
export function marksOf(ticket: HeardTicket, settings: Settings, isKnown: (name: string) => boolean): TicketMarks {
  const { order, lines, sinceMs } = ticket;
  const here = lines.filter(isHere);
  const isOld = here.some((line) => isKnown(workName(line)));
  const came = order.splitFrom !== null && order.version === 1;
  const marks = lines.flatMap((line) => [...workMarks(line, ticket, isOld), ...changeMarks(line), ...voidMarks(line)]);
  return {
    marks: [...marks, ...readyMarks(ticket)].map((mark) => (came ? { ...mark, isSilent: true } : mark)),
    lateAtMs: sinceMs + bandLimits(ticket, settings).lateMs,
    late: here.map(({ line }) => `l${tail(line.id)}.${sinceMs.toString(36)}`),
  };
}

const isHere = ({ state }: TicketLine) => state === 'todo' || state === 'ready';

const workName = ({ line, parts }: TicketLine) => `w${tail(line.id)}.${turnsOf(parts)}`;
const turnsOf = (parts: TicketLine['parts']) => parts.reduce((sum, { turn }) => sum + turn, 0);
/** The random end of a UUID tells lines apart well enough, and keeps what is remembered small. */
const tail = (id: string) => id.slice(-12);

/** What came back is told as a change, and so is what is added to a ticket that was known ([CHM2]). */
function workMarks(one: TicketLine, { order }: HeardTicket, isOld: boolean): Mark[] {
  if (!isHere(one)) return [];
  const cameBack = turnsOf(one.parts) > 0;
  const isMoved = order.splitFrom !== null && one.line.addition === 0;
  const isSilent = isQuiet(one, cameBack) || (!cameBack && (isMoved || !isUntouched(one)));
  return [{ name: workName(one), kind: cameBack || isOld ? 'changed' : 'new', isSilent }];
}

/** Nobody in the kitchen has begun it, said that they have seen it, or brought it back. */
export const isUntouched = ({ parts }: Pick<TicketLine, 'parts'>): boolean =>
  parts.every(({ status, acknowledgedAtMs, turn }) => status === 'pending' && acknowledgedAtMs === null && turn === 0);

/**
 * A command without sound has brought it here ([CHM10]). New work that came aloud at one station stays aloud there; what
 * comes back is silent if any of it came back so.
 */
export function isQuiet({ line: { quiet }, parts }: Pick<TicketLine, 'line' | 'parts'>, cameBack = false): boolean {
  if (quiet === null) return false;
  const isOfIt = ({ station }: Progress) => quiet.stations.includes(station);
  return cameBack ? parts.some(isOfIt) : parts.every(isOfIt);
}

function changeMarks({ line, isUnseen }: TicketLine): Mark[] {
  if (line.changedFrom === null || !isUnseen) return [];
  const isSilent = line.quiet?.change ?? false;
  return [{ name: `c${tail(line.id)}.${(line.changedAtMs ?? 0).toString(36)}`, kind: 'changed', isSilent }];
}

/**
 * Called off once more after that was taken back, which is a turn of every share, it is news again; not so when one
 * station of several has noted it, or takes that back.
 */
function voidMarks({ line, state }: TicketLine): Mark[] {
  if (state !== 'void') return [];
  const turns = Math.min(...line.progress.map(({ turn }) => turn));
  const name = `v${tail(line.id)}${turns > 0 ? `.${turns}` : ''}`;
  return [{ name, kind: 'void', isSilent: line.quiet?.voiding ?? false }];
}

/** Who sees the whole hears when all that was fired is ready; courses on hold do not count ([CHM2]). */
function readyMarks({ order, lines, viewpoint }: HeardTicket): Mark[] {
  if (viewpoint.station !== null || lines.some(isYetToCook)) return [];
  const isSilent = isReadyQuietly(order);
  return lines
    .filter(({ state }) => state === 'ready')
    .map(({ line, parts }) => ({ name: `e${tail(line.id)}.${turnsOf(parts)}`, kind: 'ready', isSilent }));
}
