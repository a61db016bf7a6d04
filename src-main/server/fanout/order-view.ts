import { guestStatus } from '#shared/domain/guest-status.ts';
import type { Order } from '#shared/domain/order.ts';
import { ownPart } from '#shared/domain/own-part.ts';
import { toWireGuest, type WireGuestEvent } from '#shared/protocol/wire-guest.ts';
import { fromWireOrder, toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import type { OrderView } from './attach.ts';
import { guestBody } from './guest-event.ts';

type BodyFor = (body: string) => string;

/** The body of an order's event as it is told to that reader. */
export const bodyFor: Readonly<Record<OrderView, BodyFor>> = {
  whole: (body) => body,
  own: guestBody,
  link: linkBody,
};

/** Nothing of the event itself: whoever has the link sees how it stands now, not what was done to it ([GST1]). */
function linkBody(body: string): string {
  const { timestamp, order } = JSON.parse(body) as { timestamp: string; order: WireOrder };
  const event: Omit<WireGuestEvent, 'seq' | 'epoch'> = {
    type: 'guest_changed',
    timestamp,
    guest: toWireGuest(guestStatus(fromWireOrder(order))),
  };
  return JSON.stringify(event);
}

/** The order as a JSON object of a snapshot's entities, so that one reader serves all streams. */
export function entitiesOf(order: Order | undefined, view: OrderView, timeZone: string | null): string {
  if (!order) return JSON.stringify({ orders: [], products: [] });
  if (view !== 'link') return JSON.stringify({ orders: [wireFor(order, view)], products: [] });
  const guest = toWireGuest(guestStatus(order));
  return JSON.stringify({ orders: [], products: [], guest, time_zone: timeZone });
}

export const wireFor = (order: Order, view: Exclude<OrderView, 'link'>): WireOrder =>
  toWireOrder(view === 'own' ? ownPart(order) : order);
