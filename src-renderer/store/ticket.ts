import type { Kitchen } from '#shared/domain/apply.ts';
import type { LineId, OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import {
  isYetToCook,
  type StationTicket,
  type TicketLine,
  ticketAt,
  type Viewpoint,
  viewpointOf,
} from '#shared/domain/station-ticket.ts';
import { isOnOrder } from '../outbox/screen-command.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { comingBack, hopeFor, latestOf, lineOf, type PendingCommand } from './pending-command.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';

/** What a cook sees of an order at this screen's station. The same object as long as nothing of it has changed ([TKT2]). */
export type Ticket = StationTicket & {
  readonly id: OrderId;
  readonly viewpoint: Viewpoint;
  /** Up to when the kitchen's news is in it: the `updatedAtMs` of what the server has confirmed ([BMP2]). */
  readonly asOfMs: number;
  /** Lines that a command without an answer is about, and how far it has come. */
  readonly underWay: ReadonlyMap<LineId, Delivery>;
  /** Something is ready, and nothing is left to cook here: only to be handed over. */
  readonly allReady: boolean;
};

export type TicketSelector = (state: ScreenState) => readonly Ticket[];

/** What this screen's station has to do, oldest first ([TKT1]). Keep one selector per screen: it remembers what it made. */
export function createTicketSelector(): TicketSelector {
  const made = new Map<OrderId, Made>();
  let last: (Asked & { readonly tickets: readonly Ticket[] }) | undefined;
  let seenFrom: { readonly stations: unknown; readonly station: unknown; readonly viewpoint: Viewpoint } | undefined;

  function select(state: ScreenState): readonly Ticket[] {
    const kitchen = kitchenOf(state);
    const { pending, momentMs } = state;
    const asked = { kitchen, pending, momentMs, viewpoint: viewpointFor(state, kitchen) };
    if (last && sameFields(last, asked)) return last.tickets;
    const orders = [...kitchen.orders.values(), ...comingBack(pending, kitchen)];
    const pendingOf = byOrder(pending);
    const all = orders.map((order) => ticketOf(order, pendingOf.get(order.id) ?? none, asked));
    if (made.size > orders.length) forgetAllBut(orders);
    const tickets = same(last?.tickets, all.filter((ticket) => ticket !== undefined).sort(nextFirst));
    last = { ...asked, tickets };
    return tickets;
  }

  function forgetAllBut(orders: readonly Order[]): void {
    const open = new Set(orders.map(({ id }) => id));
    for (const id of made.keys()) if (!open.has(id)) made.delete(id);
  }

  /** The same object while nobody changes the stations: whatever hangs on it stays too. */
  function viewpointFor({ station }: ScreenState, { stations }: Kitchen): Viewpoint {
    if (seenFrom?.stations !== stations || seenFrom.station !== station)
      seenFrom = { stations, station, viewpoint: viewpointOf(stations, station) };
    return seenFrom.viewpoint;
  }

  function ticketOf(order: Order, pending: readonly PendingCommand[], asked: Asked): Ticket | undefined {
    const { kitchen, viewpoint, momentMs } = asked;
    const { stations, settings } = kitchen;
    const known = made.get(order.id);
    const isKnown =
      known?.order === order &&
      known.viewpoint === viewpoint &&
      known.stations === stations &&
      known.settings === settings &&
      momentMs >= known.madeAtMs &&
      momentMs < known.changesAtMs &&
      sameItems(known.pending, pending);
    if (isKnown) return known.ticket;
    const ticket = makeTicket(order, pending, asked);
    const changesAtMs = nextStartMs(order, momentMs);
    made.set(order.id, { order, pending, viewpoint, stations, settings, madeAtMs: momentMs, changesAtMs, ticket });
    return ticket;
  }

  return select;
}

type Asked = {
  readonly kitchen: Kitchen;
  readonly pending: readonly PendingCommand[];
  readonly momentMs: number;
  readonly viewpoint: Viewpoint;
};

type Made = Pick<Asked, 'pending' | 'viewpoint'> &
  Pick<Kitchen, 'stations' | 'settings'> & {
    readonly order: Order;
    /** Before that it was another ticket, and from `changesAtMs` on it will be one, with lines that begin. */
    readonly madeAtMs: number;
    readonly changesAtMs: number;
    readonly ticket: Ticket | undefined;
  };

const none: readonly PendingCommand[] = [];

function makeTicket(confirmed: Order, pending: readonly PendingCommand[], asked: Asked): Ticket | undefined {
  const { kitchen, viewpoint, momentMs } = asked;
  const seen = ticketAt(hopeFor(confirmed, pending, kitchen), viewpoint, momentMs);
  if (!seen) return undefined;
  const underWay = new Map(pending.flatMap(linesUnderWay));
  return {
    ...seen,
    id: confirmed.id,
    viewpoint,
    asOfMs: latestOf(confirmed, pending).updatedAtMs,
    underWay,
    allReady: isAllReady(seen, viewpoint),
  };
}

/** What is on hold is another matter; what another station has yet to make is not, to whoever gathers it. */
export function isAllReady({ lines }: StationTicket, { station }: Viewpoint): boolean {
  const isOpen = (one: TicketLine) => isYetToCook(one) && (one.state !== 'waiting' || station === null);
  return lines.some(({ state }) => state === 'ready') && !lines.some(isOpen);
}

/** When the next of its lines is to be begun; for ever when none is for later. */
export function nextStartMs({ lines }: Order, afterMs: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { startsAtMs } of lines) {
    if (startsAtMs !== null && startsAtMs > afterMs && startsAtMs < next) next = startsAtMs;
  }
  return next;
}

/** Answered but not shown yet is done, as far as a cook is concerned. */
function linesUnderWay(one: PendingCommand): [LineId, Delivery][] {
  const id = lineOf(one.command);
  return id !== undefined && !one.answer ? [[id, deliveryOf(one)]] : [];
}

function byOrder(pending: readonly PendingCommand[]): Map<OrderId, PendingCommand[]> {
  const groups = new Map<OrderId, PendingCommand[]>();
  for (const one of pending) {
    if (!isOnOrder(one.command)) continue;
    const { orderId } = one.command;
    groups.set(orderId, [...(groups.get(orderId) ?? []), one]);
  }
  return groups;
}

/** What of a ticket decides about its place. */
export type Placed = Pick<Ticket, 'id' | 'placeMs'> & { readonly order: Pick<Order, 'priority' | 'number'> };

/** Priority stands in front; orders of one millisecond stand as they were numbered. */
export function nextFirst(a: Placed, b: Placed): number {
  return (
    Number(b.order.priority === 'high') - Number(a.order.priority === 'high') ||
    a.placeMs - b.placeMs ||
    a.order.number.localeCompare(b.order.number, 'en', { numeric: true })
  );
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const sameFields = (a: Asked, b: Asked) =>
  a.kitchen === b.kitchen && a.pending === b.pending && a.momentMs === b.momentMs && a.viewpoint === b.viewpoint;

const same = (before: readonly Ticket[] | undefined, now: readonly Ticket[]) =>
  before && sameItems(before, now) ? before : now;
