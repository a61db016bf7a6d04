import { isBarred, isBarredAtStation } from '#shared/domain/allergen-bar.ts';
import type { LineId } from '#shared/domain/id.ts';
import type { Goal } from '#shared/domain/part-state.ts';
import { rankOf } from '#shared/domain/progress.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { courseOf } from '#shared/domain/timing.ts';
import type { Ticket } from '../store/ticket.ts';

/** What the large button of a ticket does next ([CRD4], [CRD5], [PAS3]). */
export type Step =
  | { readonly kind: 'see'; readonly what: 'allergens' | 'changes' | 'voids'; readonly lineIds: readonly LineId[] }
  | { readonly kind: 'fire'; readonly course: number }
  | { readonly kind: 'ask'; readonly about: Doubt }
  | { readonly kind: 'bump' };

/** Why it is asked before it leaves this board ([PAS3]). */
export type Doubt =
  /** Not all that is handed over is ready. */
  | 'not-ready'
  /** It was called off, and a station that may be cooking it has not seen that. */
  | 'not-seen'
  /** More than one station has yet to begin. */
  | 'not-begun';

/** `isPass`: this screen gathers what stations with screens of their own make; they see changes for themselves. */
export function nextStep(ticket: Ticket, settings: Settings, isPass: boolean): Step {
  if (ticket.order.cancelledAtMs !== null || (isPass && isCalledOff(ticket)))
    return bumpUnless(isPass && isUnseenAtStation(ticket) && 'not-seen');
  const barred = ticket.lines.filter((line) => isBarred(line, settings));
  if (barred.length > 0) return { kind: 'see', what: 'allergens', lineIds: idsOf(barred) };
  const news = isPass ? [] : ticket.lines.filter(isNews);
  if (news.length > 0) return { kind: 'see', what: allVoid(news) ? 'voids' : 'changes', lineIds: idsOf(news) };
  const course = onlyHeld(ticket);
  if (course !== undefined) return { kind: 'fire', course };
  if (isPass) return bumpUnless(!ticket.allReady && 'not-ready');
  return bumpUnless(stationsToBegin(ticket) > 1 && 'not-begun');
}

const bumpUnless = (about: Doubt | false): Step => (about ? { kind: 'ask', about } : { kind: 'bump' });

/** Nothing else of it is to be done here now. */
const isCalledOff = ({ lines }: Ticket) =>
  lines.some(({ state }) => state === 'void') && lines.every(({ state }) => state === 'void' || isOver.has(state));

/** They keep it until they have; here it is only put away ([EXP2]). */
const isUnseenAtStation = ({ lines }: Ticket) =>
  lines.some(
    ({ state, parts }) =>
      state === 'void' &&
      parts.some(({ status, acknowledgedAtMs }) => acknowledgedAtMs === null && rankOf(status) < rankOf('ready')),
  );

/** Where nobody has begun with what would be done now. */
function stationsToBegin({ lines, viewpoint }: Ticket): number {
  if (viewpoint.station !== null) return 1;
  const parts = lines.flatMap((one) => (one.state === 'todo' || one.state === 'waiting' ? one.parts : []));
  return new Set(parts.flatMap(({ station, status }) => (status === 'pending' ? station : []))).size;
}

/** What a tap on a line does ([LIN3]). */
export type LineTap = 'ready' | 'back' | 'hand-over' | 'see' | 'ask-cooked' | 'open' | 'say-held' | 'none';

/** `goal` is the viewpoint's. */
export function lineTap(one: TicketLine, goal: Goal, settings: Settings, isPass: boolean): LineTap {
  if (one.state === 'void') return 'ask-cooked';
  if (one.state === 'held') return 'say-held';
  if (isBarred(one, settings) || (!isPass && isNews(one))) return 'see';
  if (one.state === 'todo') return isPass ? 'open' : 'ready';
  if (one.state === 'ready') return isPass ? 'hand-over' : 'back';
  return one.state === 'done' && !isPass && !isHandedOver(one, goal) ? 'back' : 'none';
}

/** What has left the pass is with the guest, and no stray tap has it cooked again: only its sheet brings it back. */
const isHandedOver = ({ parts }: TicketLine, goal: Goal) =>
  goal === 'ready' && parts.every(({ status }) => status === 'completed');

/** Whether somebody, here or at a station, must say first that they have seen allergens ([ALG2]). */
export const hasBarred = ({ lines }: Pick<Ticket, 'lines'>, settings: Settings): boolean =>
  lines.some((one) => one.state === 'todo' && isBarredAtStation(one, settings));

/** A change or a void that nobody here has seen. */
export const isNews = ({ line, state, isUnseen }: TicketLine) =>
  isUnseen && (state === 'void' || (line.changedFrom !== null && isAtHand.has(state)));

const isAtHand: ReadonlySet<TicketLine['state']> = new Set(['todo', 'ready']);

const idsOf = (lines: readonly TicketLine[]) => lines.map(({ line }) => line.id);

const allVoid = (lines: readonly TicketLine[]) => lines.every(({ state }) => state === 'void');

/** The next course, when nothing but held ones are left to whoever fires them ([FIR2]). */
function onlyHeld({ lines, viewpoint }: Ticket): number | undefined {
  if (viewpoint.goal !== 'completed' || lines.some(({ state }) => !isOver.has(state))) return undefined;
  if (!lines.some(({ state }) => state === 'held')) return undefined;
  return Math.min(...lines.flatMap(({ line, state }) => (state === 'done' ? [] : courseOf(line))));
}

const isOver: ReadonlySet<TicketLine['state']> = new Set(['held', 'later', 'done']);
