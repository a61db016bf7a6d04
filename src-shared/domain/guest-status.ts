import { type Line, lineStatus } from './line.ts';
import { isOpen, type Order, type OrderType, orderStatus } from './order.ts';
import { ownPart } from './own-part.ts';
import { isReadyQuietly } from './quiet.ts';

/** How far it is, as its guest understands it ([GST2]). */
const guestStates = ['received', 'preparing', 'ready', 'completed', 'cancelled', 'moved', 'closed'] as const;
export type GuestState = (typeof guestStates)[number];

export type GuestDish = {
  readonly name: string;
  readonly quantity: number;
  readonly modifiers: readonly string[];
  readonly state: Exclude<GuestState, 'moved' | 'closed'>;
};

/**
 * All that the phone of whoever has an order's link may know of it: no name, phone, note, price or staff, and nothing of
 * an order that was put to it ([GST1]).
 */
export type GuestStatus = {
  readonly number: string;
  readonly type: OrderType;
  readonly tableNumber: string | null;
  readonly state: GuestState;
  /** The kitchen is done with the order: nothing follows. */
  readonly isOver: boolean;
  /** What somebody has said to the guest; null when nobody has, or there is nothing to wait for. */
  readonly readyByMs: number | null;
  /** Became ready without a sound ([CHM10]). */
  readonly isSilent: boolean;
  readonly dishes: readonly GuestDish[];
};

export function guestStatus(whole: Order): GuestStatus {
  const order = ownPart(whole);
  const state = stateOf(whole, order);
  return {
    number: order.number,
    type: order.type,
    tableNumber: order.tableNumber,
    state,
    isOver: !isOpen(whole),
    readyByMs: state === 'received' || state === 'preparing' ? readyByMs(order) : null,
    isSilent: state === 'ready' && isReadyQuietly(order),
    dishes: order.lines.map((line) => dishOf(line, state)),
  };
}

function stateOf({ mergedInto, clearedAtMs }: Order, own: Order): GuestState {
  if (mergedInto !== null) return 'moved';
  const status = orderStatus(own);
  if (status === 'completed' || status === 'cancelled') return status;
  if (clearedAtMs !== null) return 'closed';
  return status === 'pending' ? 'received' : status;
}

function readyByMs({ promisedAtMs, estimatedMinutes, createdAtMs }: Order): number | null {
  if (promisedAtMs !== null) return promisedAtMs;
  return estimatedMinutes === null ? null : createdAtMs + estimatedMinutes * 60_000;
}

function dishOf(line: Line, whole: GuestState): GuestDish {
  const { name, quantity, modifiers } = line;
  return { name, quantity, modifiers: modifiers.map((modifier) => modifier.name), state: dishState(line, whole) };
}

/** Of an order that was cancelled nothing is waited for any more. */
function dishState(line: Line, whole: GuestState): GuestDish['state'] {
  const status = lineStatus(line);
  if (status === 'voided' || (whole === 'cancelled' && status !== 'completed')) return 'cancelled';
  return status === 'pending' ? 'received' : status;
}

/** A guest who comes back from the table to the bill finds how it ended; next week's finder of the slip does not. */
const afterEndMs = 3 * 3600_000;

/** [GST4] A link is good for as long as its order is open, and some hours longer. */
export const isLinkGood = (order: Order, nowMs: number): boolean =>
  isOpen(order) || nowMs - order.updatedAtMs < afterEndMs;
