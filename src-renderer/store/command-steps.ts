import type { OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { fromWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import type { Objection } from '../link/answer.ts';
import { isOrder } from '../outbox/order-guard.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { isOnOrder, type ScreenCommand } from '../outbox/screen-command.ts';
import { bumpedAs, withoutBumped } from './bumped.ts';
import { addSent, followed } from './delivery.ts';
import { noticeOf } from './kept-commands.ts';
import { type CommandAnswer, settle } from './pending-command.ts';
import { kitchenOf, type Notice, type ScreenState } from './screen-state.ts';

/** What each step of a command does to the screen's state. Keys that the screen does not show change nothing. */
type Step = Partial<ScreenState>;

/** Shown at once ([OPT1]); a refusal of the same work has been answered by trying again. */
export function made(state: ScreenState, entry: OutboxEntry): Step {
  return {
    pending: [...state.pending, { ...entry, kept: false, answer: null }],
    notices: state.notices.filter((notice) => !isAbout(entry.command, notice)),
  };
}

/** Whether it asks for the same work on the same dishes again; whatever else is done there has answered nothing ([OBX4]). */
export function isAbout(command: ScreenCommand, notice: Pick<Notice, 'orderId' | 'command'>): boolean {
  if (command.kind !== notice.command.kind || isEachItsOwn.has(command.kind)) return false;
  if (notice.orderId !== null) return notice.orderId === orderOf(command) && haveCommon(command, notice.command);
  const dish = dishOf(notice.command);
  return dish !== undefined && dish === dishOf(command);
}

/** Twice on one order they are two things: other dishes, another order. */
const isEachItsOwn: ReadonlySet<ScreenCommand['kind']> = new Set([
  'order.add-items',
  'order.split-items',
  'order.merge',
]);

function haveCommon(one: ScreenCommand, other: ScreenCommand): boolean {
  const [here, there] = [linesOf(one), linesOf(other)];
  return !here || !there || here.some((id) => there.includes(id));
}

/** Null for all of the order. */
function linesOf(command: ScreenCommand): readonly string[] | null {
  if ('lineId' in command) return [command.lineId];
  return 'lineIds' in command ? command.lineIds : null;
}

const dishOf = (command: ScreenCommand) =>
  command.kind === 'product.set-availability' ? command.productId : undefined;

/** These survive a reload from now on ([OBX3]). */
export function kept(state: ScreenState, keys: readonly string[]): Step {
  const isNew = new Set(keys);
  if (!state.pending.some((one) => !one.kept && isNew.has(one.key))) return {};
  return { pending: state.pending.map((one) => (isNew.has(one.key) ? { ...one, kept: true } : one)) };
}

/** On the kitchen's disk; shown as hoped until its event has come ([OPT2]). */
export function stored(state: ScreenState, key: string, body: unknown, atMs: number): Step {
  const one = state.pending.find((other) => other.key === key);
  if (!one) return {};
  const answer = answerIn(body, answeredOrder(one.command), atMs);
  const pending = state.pending.map((other) => (other === one ? { ...one, answer } : other));
  const sent = followed(addSent(state.sent, one, answer), state.orderSeqs, state.seenSeq);
  return { pending: settle(pending, kitchenOf(state)), sent, bumped: bumpedAs(state.bumped, key, answer) };
}

/** Taken back, with the reason where the person looks ([OPT3]). */
export function refused(state: ScreenState, key: string, objection: Objection): Step {
  const one = state.pending.find((other) => other.key === key);
  if (!one) return {};
  const id = orderOf(one.command);
  const isBack = endsTicket(one.command) && id !== undefined && kitchenOf(state).orders.has(id);
  return {
    pending: state.pending.filter((other) => other !== one),
    bumped: withoutBumped(state.bumped, key),
    notices: [...state.notices, noticeOf(one, objection, isBack)],
  };
}

/** The whole ticket had left the screen. */
const endsTicket = (command: ScreenCommand) =>
  command.kind === 'order.set-status' || (command.kind === 'order.bump' && command.lineIds === null);

/** What lay on the device; older than anything that was tapped on this page. */
export function takenUp(state: ScreenState, fresh: readonly OutboxEntry[]): Step {
  const waiting = fresh.filter(({ objection }) => !objection);
  const notices = fresh.flatMap((entry) => (entry.objection ? [noticeOf(entry, entry.objection, false)] : []));
  return {
    pending: [...waiting.map((entry) => ({ ...entry, kept: true, answer: null })), ...state.pending],
    notices: [...state.notices, ...notices],
  };
}

/** `undefined` for a new order: the server names it. */
export const orderOf = (command: ScreenCommand): OrderId | undefined =>
  isOnOrder(command) ? command.orderId : undefined;

/** A split is answered with the order that has come of it. */
const answeredOrder = (command: ScreenCommand): OrderId | undefined =>
  command.kind === 'order.split-items' ? undefined : orderOf(command);

/** An answer that names no version says nothing about when the change will be seen: then it counts as seen. */
function answerIn(body: unknown, orderId: OrderId | undefined, atMs: number): CommandAnswer {
  const { id, version } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return {
    orderId: orderId ?? (String(id ?? '') as OrderId),
    version: typeof version === 'number' ? version : 0,
    order: orderIn(body),
    atMs,
  };
}

/** Null for what is no order, or not one that this page understands: then it goes on hoping. */
function orderIn(body: unknown): Order | null {
  try {
    const order = fromWireOrder(body as WireOrder);
    return isOrder(order) ? order : null;
  } catch {
    return null;
  }
}
