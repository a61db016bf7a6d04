import type { GuestDish, GuestState, GuestStatus } from '../domain/guest-status.ts';
import type { OrderType } from '../domain/order.ts';
import { toIso } from './wire-time.ts';

/** What the page of one order's guest is told, and nothing else ([GST1]). */
export type WireGuest = {
  number: string;
  type: OrderType;
  table_number: string | null;
  state: GuestState;
  /** Nothing follows: the stream ends. */
  over: boolean;
  ready_by: string | null;
  items: { name: string; quantity: number; modifiers: string[]; state: GuestDish['state'] }[];
  /** It became ready without a sound ([CHM10]). */
  silent?: true;
};

/** `GET /account/orders`: `path` is that of its page, null when its link is no longer good. */
export type GuestOrderOut = { path: string | null; placed_at: string; guest: WireGuest };

/** Something has happened to the order; its version is its place in this stream. */
export type WireGuestEvent = {
  seq: number;
  epoch: string;
  type: 'guest_changed';
  timestamp: string;
  guest: WireGuest;
};

export const toWireGuest = ({
  number,
  type,
  tableNumber,
  state,
  isOver,
  readyByMs,
  isSilent,
  dishes,
}: GuestStatus): WireGuest => ({
  number,
  type,
  table_number: tableNumber,
  state,
  over: isOver,
  ready_by: readyByMs === null ? null : toIso(readyByMs),
  items: dishes.map(({ name, quantity, modifiers, state: its }) => ({
    name,
    quantity,
    modifiers: [...modifiers],
    state: its,
  })),
  ...(isSilent ? { silent: true } : {}),
});

/**
 * The address of an order's page for who may show it: `path` below the origin by which they came, or where that is
 * this computer itself, below one of `bases`, by which phones of the network come. Likeliest first; none while it
 * listens to itself alone.
 */
export type GuestLinkOut = { path: string; bases: string[] };
