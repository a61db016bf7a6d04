import type { StationId } from '#shared/domain/id.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { Stations } from '#shared/domain/station.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import type { TextStore } from '../../src-renderer/sound/chime-memory.ts';
import type { Glance } from '../../src-renderer/sound/chimer.ts';
import type { Ticket } from '../../src-renderer/store/ticket.ts';

/** A storage that a test can look into, and hand to the next page. */
export function storeInHand(first: string | null = null): TextStore & { text(): string | null } {
  let text = first;
  return {
    read: () => text,
    write: (next) => {
      text = next;
    },
    text: () => text,
  };
}

/** What is remembered is written down at once. */
export const atOnce = {
  after: (_ms: number, run: () => void) => {
    run();
    return () => undefined;
  },
};

type Kitchen = {
  readonly orders: Iterable<Order>;
  readonly stations: Stations;
  readonly nowMs: number;
  readonly settings?: Settings;
};

export function ticketsIn({ orders, stations, nowMs }: Kitchen, station: string | null): Ticket[] {
  const viewpoint = viewpointOf(stations, station === null ? null : (stationId(station) as StationId));
  return [...orders].flatMap((order) => {
    const seen = ticketAt(order, viewpoint, nowMs);
    return seen
      ? [{ ...seen, id: order.id, viewpoint, asOfMs: order.updatedAtMs, underWay: new Map(), allReady: false }]
      : [];
  });
}

/** What the screen of that station shows; `null` for the screen of no station. */
export function glanceAt(kitchen: Kitchen, station: string | null): Glance {
  return {
    about: station ?? '',
    tickets: ticketsIn(kitchen, station),
    confirmed: (ticket) => ticket,
    settings: kitchen.settings ?? firstSettings(kitchen.stations.restaurantId),
    nowMs: kitchen.nowMs,
  };
}
