import type { Kitchen } from '#shared/domain/apply.ts';
import type { Command } from '#shared/domain/command.ts';
import { decide } from '#shared/domain/decide.ts';
import type { KitchenView } from '#shared/domain/decision.ts';
import type { LineId, OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { About, OutboxEntry } from '../outbox/outbox-entry.ts';
import { isOnOrder, type OrderWish, type PlaceOrder, type ScreenCommand } from '../outbox/screen-command.ts';
import { ticketName } from './ticket-label.ts';
import { withTimesOf } from './undo-hope.ts';

/** What the server made of a command. */
export type CommandAnswer = {
  readonly orderId: OrderId;
  /** Of the order or the dish, after the command; 0 when the answer named none. */
  readonly version: number;
  /** The order itself; null when the answer did not have it. */
  readonly order: Order | null;
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

/**
 * What the order will be when the kitchen agrees: the same rules as the server's, run with hope ([OPT1]). What the
 * server has answered already is no hope: from there on it goes, with the server's own times ([OPT4]).
 */
export function hopeFor(order: Order, pending: readonly PendingCommand[], setUp: SetUp): Order {
  const open = pending.filter(({ answer }) => !answer?.order);
  return open.reduce((hoped, one) => hopeOf(hoped, one, setUp), latestOf(order, pending));
}

/** The newest that the server has said of it: confirmed, or in an answer that its event has yet to follow. */
export function latestOf(order: Order, pending: readonly PendingCommand[]): Order {
  const answered = pending.findLast(({ answer }) => (answer?.order?.version ?? 0) > order.version);
  return answered?.answer?.order ?? order;
}

/** One command that the rules cannot take must not take the board along ([OBX6]). */
function hopeOf(order: Order, { command, madeAtMs, owner }: PendingCommand, setUp: SetUp): Order {
  if (!isOnOrder(command) || isServersAlone(command)) return order;
  try {
    const wanted = command.kind === 'order.undo' ? withTimesOf(order, command) : command;
    const decision = decide(viewOf(order, setUp), asCommand(wanted, owner.name), madeAtMs);
    const event = decision.ok ? decision.events[0] : undefined;
    return event && 'order' in event ? event.order : order;
  } catch {
    return order;
  }
}

/** Off every board, and wanted back on this screen: stands there again at once, as far as the screen knows it ([UND1]). */
export function comingBack(pending: readonly PendingCommand[], { orders }: Kitchen): readonly Order[] {
  const closed = new Map<OrderId, Order>();
  for (const { command, answer } of pending) {
    const order = command.kind === 'order.undo' ? command.after : answer?.order;
    if (order && !orders.has(order.id) && !closed.has(order.id)) closed.set(order.id, order);
  }
  return [...closed.values()];
}

/** What the rules ask beside the order. */
type SetUp = Pick<Kitchen, 'stations' | 'settings'>;

const viewOf = (order: Order, { stations, settings }: SetUp): KitchenView => ({
  order: () => order,
  product: () => undefined,
  productBySku: () => undefined,
  products: () => [],
  stations: () => stations,
  settings: () => settings,
  selfOrder: () => undefined,
  waitingSelfOrders: () => [],
});

type HopedFor = Exclude<OrderWish, { readonly kind: (typeof serversAlone)[number] }>;

/** What the order will be only the server can say: it gives ids and prices, or knows the other order. */
const serversAlone = ['order.add-items', 'order.split-items', 'order.merge'] as const;

const isServersAlone = (command: OrderWish): command is Exclude<OrderWish, HopedFor> =>
  serversAlone.some((kind) => kind === command.kind);

/** The server adds who asks; here it is whoever tapped. */
const asCommand = (command: HopedFor, by: string): Command => ({ ...command, by }) as Command;

/**
 * Drops what the confirmed state has caught up with ([OPT2]). Dropping already at the server's answer would bring a
 * bumped ticket back for the moment until its event arrives. A new order has nothing that could come back.
 */
export function settle(pending: readonly PendingCommand[], kitchen: Kitchen): readonly PendingCommand[] {
  const left = pending.filter(({ command, answer }) => {
    if (answer === null) return true;
    const known = versionIn(kitchen, command, answer);
    return known !== undefined && known < answer.version;
  });
  return left.length === pending.length ? pending : left;
}

/** Of what the command is about; undefined for what the screen does not know. */
function versionIn({ orders, closed, products }: Kitchen, command: ScreenCommand, { orderId }: CommandAnswer) {
  if (command.kind === 'product.set-availability') return products.get(command.productId)?.version;
  return isOnOrder(command) ? (orders.get(orderId)?.version ?? closed.get(orderId)) : undefined;
}

/** `order`: the one that it is about, where the screen knows it. */
export function aboutOf(
  order: Order | undefined,
  command: ScreenCommand,
  { products }: Pick<Kitchen, 'products'>,
): About {
  if (command.kind === 'order.place') return { ticket: calledBy(command), line: null };
  if (command.kind === 'product.set-availability') {
    return { ticket: '', line: products.get(command.productId)?.name ?? null };
  }
  const id = lineOf(command);
  const line = id === undefined ? undefined : order?.lines.find((one) => one.id === id);
  return { ticket: order ? ticketName(order) : '', line: line ? line.name : null };
}

/** The line it is about, when it is about a single one. */
export function lineOf(command: ScreenCommand): LineId | undefined {
  if ('lineId' in command) return command.lineId;
  const ids = 'lineIds' in command ? command.lineIds : null;
  return ids?.length === 1 ? ids[0] : undefined;
}

/** It has no number yet. */
function calledBy({ order }: PlaceOrder): string {
  const table = order.type === 'dine_in' ? order.table_number : undefined;
  return table ? `T ${table}` : (order.customer_name ?? '');
}
