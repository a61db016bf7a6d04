import { nextToFire } from '#shared/domain/firing.ts';
import type { LineId, StationId } from '#shared/domain/id.ts';
import type { Order, Priority } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { sightOf } from '#shared/domain/sight.ts';
import type { WayBack } from '../store/bumped.ts';
import type { HeldCourse } from '../store/held.ts';
import type { ScreenClient } from '../store/screen-client.ts';
import type { Ticket } from '../store/ticket.ts';
import { canStart, doesPassDecide, laterLines } from './sheet/possible.ts';

/**
 * What can be done with a ticket, by finger, key and bump bar alike: each makes the command for this screen's station.
 * Those that can be taken back give the command's key ([UND1]).
 */
export type TicketActions = ReturnType<typeof ticketActions>;

export function ticketActions(
  client: Pick<ScreenClient, 'command' | 'bump' | 'hold' | 'fire' | 'give' | 'undo' | 'recall'>,
) {
  const on = ({ order }: Pick<Ticket, 'order'>) => ({ restaurantId: order.restaurantId, orderId: order.id });
  const at = (ticket: Ticket) => ({ ...on(ticket), station: ticket.viewpoint.station });

  const waitingOn = ({ order, viewpoint }: Ticket) => ({ order, station: viewpoint.station });

  const seenIn = ({ lines, viewpoint, asOfMs }: Ticket, lineIds: readonly LineId[] | null) =>
    sightOf(lines, viewpoint, asOfMs, lineIds);

  const moveLine = (ticket: Ticket, lineId: LineId, status: 'preparing' | 'ready') =>
    client.command({ kind: 'line.set-status', ...at(ticket), lineId, status, seen: seenIn(ticket, [lineId]) });
  const startLine = (ticket: Ticket, lineId: LineId) => moveLine(ticket, lineId, 'preparing');

  return {
    /** Off this board; with `lineIds` these only. */
    bump: (ticket: Ticket, lineIds: readonly LineId[] | null = null) => client.bump(ticket, lineIds),
    undo: (way: WayBack) => client.undo(way),
    lineReady: (ticket: Ticket, lineId: LineId) => moveLine(ticket, lineId, 'ready'),
    /** A line that was tapped by mistake; its clock goes on. */
    lineBack: (ticket: Ticket, lineId: LineId) =>
      client.command({
        kind: 'order.recall',
        ...at(ticket),
        lineIds: [lineId],
        keepTimer: true,
        seen: seenIn(ticket, [lineId]),
      }),
    /** Everything here that nobody has begun is begun, but for what would be refused. */
    start: (ticket: Ticket, settings: Settings) => {
      for (const one of ticket.lines) if (canStart(one, settings)) startLine(ticket, one.line.id);
    },
    startLine,
    recall: (order: Order, station: StationId | null, keepTimer: boolean, lineIds: readonly LineId[] | null = null) =>
      client.recall(order, station, keepTimer, lineIds),
    /** The cook has seen it; `cooked` answers for voided lines. */
    acknowledge: (ticket: Ticket, lineIds: readonly LineId[] | null, cooked?: boolean) =>
      client.command({ kind: 'order.acknowledge', ...at(ticket), lineIds, cooked, seen: seenIn(ticket, lineIds) }),
    hold: (ticket: Ticket, course: number | null = null) => client.hold(ticket, course),
    fire: (ticket: Ticket, course: number | null = null, lineIds: readonly LineId[] | null = null) =>
      client.fire(waitingOn(ticket), course, lineIds),
    /** What is on hold may stand on no board: these dishes of an order, as they are called there. */
    fireHeld: ({ order, lines }: Pick<HeldCourse, 'order' | 'lines'>, station: StationId | null) => {
      const lineIds = lines.map(({ id }) => id);
      client.fire({ order, station }, null, lineIds);
    },
    /** By name, because somebody else may mean the same course; whether there was anything to fire here. */
    fireNext: (ticket: Ticket, nowMs: number): boolean => {
      const lineIds = doesPassDecide(ticket.viewpoint)
        ? laterLines(ticket)
        : nextToFire(ticket.order, ticket.viewpoint, nowMs);
      if (lineIds.length > 0) client.fire(waitingOn(ticket), null, lineIds);
      return lineIds.length > 0;
    },
    setPriority: (ticket: Ticket, priority: Priority) =>
      client.command({ kind: 'order.set-priority', ...on(ticket), priority }),
    reroute: (ticket: Ticket, from: StationId, to: StationId, lineIds: readonly LineId[] | null = null) =>
      client.give(ticket, from, to, lineIds),
    /** 86, and back on the menu ([MEN4]). */
    setAvailable: ({ restaurantId, id: productId }: Pick<Product, 'restaurantId' | 'id'>, available: boolean) =>
      client.command({ kind: 'product.set-availability', restaurantId, productId, available }),
  };
}
