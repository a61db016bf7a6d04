import type { Kitchen } from '#shared/domain/apply.ts';
import type { SetLineStatus, SetOrderStatus } from '#shared/domain/command.ts';
import { decide } from '#shared/domain/decide.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Outgoing } from '../link/commands.ts';
import { ticketName } from './ticket-label.ts';

export type BoardCommand = SetOrderStatus | SetLineStatus;

/** A command between the tap and the event that shows it. Times are of the server's clock. */
export type PendingCommand = {
  readonly key: string;
  readonly command: BoardCommand;
  readonly madeAtMs: number;
  /** What was tapped, as it was called then: the order may be gone when the answer comes. */
  readonly about: { readonly ticket: string; readonly line: string | null };
  /** Version of the order in the server's answer; null while there is none. The command stays until that version is seen. */
  readonly storedVersion: number | null;
};

/** What the order will be when the kitchen agrees: the same rules as the server's, run with hope ([OPT1]). */
export function hopeFor(order: Order, pending: readonly PendingCommand[]): Order {
  return pending.reduce((hoped, { command, madeAtMs }) => {
    const view = { order: () => hoped, product: () => undefined, productBySku: () => undefined };
    const decision = decide(view, command, madeAtMs);
    const event = decision.ok ? decision.events[0] : undefined;
    return event && 'order' in event ? event.order : hoped;
  }, order);
}

/**
 * Drops what the confirmed state has caught up with ([OPT2]). Dropping already at the server's answer would bring a
 * bumped ticket back for the moment until its event arrives.
 */
export function settle(pending: readonly PendingCommand[], kitchen: Kitchen): readonly PendingCommand[] {
  const left = pending.filter(({ command, storedVersion }) => {
    const known = kitchen.orders.get(command.orderId);
    return storedVersion === null || (known !== undefined && known.version < storedVersion);
  });
  return left.length === pending.length ? pending : left;
}

export function toOutgoing({ key, command }: PendingCommand): Outgoing {
  const path =
    command.kind === 'order.set-status'
      ? `/orders/${command.orderId}/status`
      : `/orders/${command.orderId}/items/${command.lineId}`;
  return { key, lane: command.orderId, request: { method: 'PATCH', path, body: { status: command.status } } };
}

export function aboutOf(order: Order | undefined, command: BoardCommand): PendingCommand['about'] {
  const line = command.kind === 'line.set-status' && order?.lines.find(({ id }) => id === command.lineId);
  return { ticket: order ? ticketName(order) : '', line: line ? line.name : null };
}
