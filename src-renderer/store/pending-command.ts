import type { Kitchen } from '#shared/domain/apply.ts';
import type { Command } from '#shared/domain/command.ts';
import { decide } from '#shared/domain/decide.ts';
import type { KitchenView } from '#shared/domain/decision.ts';
import type { LineId, OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { About, OutboxEntry } from '../outbox/outbox-entry.ts';
import { isOnOrder, type OrderWish, type PlaceOrder, type ScreenCommand } from '../outbox/screen-command.ts';
import { ticketName } from './ticket-label.ts';

/** What the server made of a command. */
export type CommandAnswer = {
  readonly orderId: OrderId;
  /** Of the order, after the command; 0 when the answer named none. */
  readonly version: number;
  /** When it came, on the server's clock. */
  readonly atMs: number;
};

/** A command between the tap and the event that shows it. */
export type PendingCommand = OutboxEntry & {
  /** Whether it would survive a reload of this page ([OBX3]). */
  readonly kept: boolean;
  /** Null while there is none. The command stays until the confirmed state has that version. */
  readonly answer: CommandAnswer | null;
};

/** What the order will be when the kitchen agrees: the same rules as the server's, run with hope ([OPT1]). */
export function hopeFor(order: Order, pending: readonly PendingCommand[], setUp: SetUp): Order {
  return pending.reduce((hoped, { command, madeAtMs, owner }) => {
    if (!isOnOrder(command)) return hoped;
    const decision = decide(viewOf(hoped, setUp), asCommand(command, owner.name), madeAtMs);
    const event = decision.ok ? decision.events[0] : undefined;
    return event && 'order' in event ? event.order : hoped;
  }, order);
}

/** What the rules ask beside the order. */
type SetUp = Pick<Kitchen, 'stations' | 'settings'>;

const viewOf = (order: Order, { stations, settings }: SetUp): KitchenView => ({
  order: () => order,
  product: () => undefined,
  productBySku: () => undefined,
  stations: () => stations,
  settings: () => settings,
});

/** The server adds who asks; here it is whoever tapped. */
const asCommand = (command: OrderWish, by: string): Command => ({ ...command, by }) as Command;

/**
 * Drops what the confirmed state has caught up with ([OPT2]). Dropping already at the server's answer would bring a
 * bumped ticket back for the moment until its event arrives. A new order has nothing that could come back.
 */
export function settle(pending: readonly PendingCommand[], kitchen: Kitchen): readonly PendingCommand[] {
  const left = pending.filter(({ command, answer }) => {
    if (answer === null) return true;
    const known = isOnOrder(command) ? kitchen.orders.get(answer.orderId) : undefined;
    return known !== undefined && known.version < answer.version;
  });
  return left.length === pending.length ? pending : left;
}

export function aboutOf(order: Order | undefined, command: ScreenCommand): About {
  if (command.kind === 'order.place') return { ticket: calledBy(command), line: null };
  const id = lineOf(command);
  const line = id === undefined ? undefined : order?.lines.find((one) => one.id === id);
  return { ticket: order ? ticketName(order) : '', line: line ? line.name : null };
}

/** The line it is about, when it is about a single one. */
export function lineOf(command: ScreenCommand): LineId | undefined {
  if (command.kind === 'line.set-status') return command.lineId;
  const ids = 'lineIds' in command ? command.lineIds : null;
  return ids?.length === 1 ? ids[0] : undefined;
}

/** It has no number yet. */
function calledBy({ order }: PlaceOrder): string {
  const table = order.type === 'dine_in' ? order.table_number : undefined;
  return table ? `T ${table}` : (order.customer_name ?? '');
}
