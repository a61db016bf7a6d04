import type { OrderEventType, ProductEventType } from '../domain/event.ts';
import type { WireGuest, WireGuestEvent } from './wire-guest.ts';
import type { WireOrder } from './wire-order.ts';
import type { WireProduct } from './wire-product.ts';
import type { WireReady, WireReadyEvent } from './wire-ready.ts';
import type { WireSelfOrder } from './wire-self-order.ts';
import type { WireSettings, WireStations } from './wire-site.ts';

/**
 * Frames of a live stream, JSON text. A client ignores a `type` that it does not know.
 *
 * Versions: 1 - first.
 */
export const PROTOCOL_VERSION = 1;
/** Pages of an older version are asked to reload. */
export const OLDEST_PROTOCOL = 1;

/** First frame of every stream; says how the reader is brought up to date. */
export type ConnectionEstablished = {
  type: 'connection_established';
  protocol: number;
  restaurant_id: string;
  epoch: string;
  head: number;
  mode: 'replay' | 'snapshot';
  server_time: string;
  heartbeat_ms: number;
  message: string;
};

/**
 * A part of all that is open; how the kitchen is set up comes with the first. No `seq` and no cursor: a cut snapshot must never be resumed as if it were whole
 * ([SNP1]). The reader builds aside and swaps at `live`.
 */
export type SnapshotPart = {
  type: 'snapshot';
  part: number;
  parts: number;
  orders: WireOrder[];
  products: WireProduct[];
  stations?: WireStations;
  settings?: WireSettings;
  /** Those that wait for a waiter ([SLF2]). */
  self_orders?: WireSelfOrder[];
  /** On the stream for guests, which has nothing else ([RDY1]). */
  ready?: WireReady[];
  /** On the stream of a guest's link, which has nothing else ([GST1]). */
  guest?: WireGuest;
  /** The restaurant's, on the streams for guests; elsewhere it is in the settings. */
  time_zone?: string | null;
};

/** Catching up is finished; `cursor` is the place to come back to. */
export type Live = { type: 'live'; seq: number; epoch: string; cursor: string };

type EventBase = {
  seq: number;
  epoch: string;
  restaurant_id: string;
  timestamp: string;
  data: Record<string, string | number | boolean | null>;
};
export type WireOrderEvent = EventBase & { type: OrderEventType; order: WireOrder };
export type WireProductEvent = EventBase & { type: ProductEventType; product: WireProduct };
export type WireSiteEvent = EventBase &
  ({ type: 'station_changed'; stations: WireStations } | { type: 'settings_changed'; settings: WireSettings });
export type WireSelfOrderEvent = EventBase & { type: 'self_order_changed'; self_order: WireSelfOrder };
export type WireEvent =
  | WireOrderEvent
  | WireProductEvent
  | WireSiteEvent
  | WireSelfOrderEvent
  | WireReadyEvent
  | WireGuestEvent;

/** All events of one commit, for clients that asked for `batch=1`. */
export type EventBatch = { type: 'events'; from: number; to: number; events: WireEvent[] };

/**
 * `head`: newest event of the log. `sent`: newest put on this connection; having applied less than `sent` is proven
 * loss, being behind `head` alone is not ([HBT1]). `seen`: newest event that a board in the kitchen has confirmed to
 * show, 0 for none since the start ([SEE1]).
 */
export type Heartbeat = { type: 'heartbeat'; head: number; sent: number; seen: number; server_time: string };

/** `seq` and everything before it is shown by a board in the kitchen; follows soon after the board said so ([SEE1]). */
export type Seen = { type: 'seen'; seq: number };

/** Who says something that is never stored. */
export type Teller = { user_id: string; name: string; role: string };

/** A waiter is ringing an order in; `done` when it was sent or given up ([EPH1]). */
export type OrderDraft = {
  type: 'order_draft';
  restaurant_id: string;
  timestamp: string;
  from: Teller;
  data: { draft_id: string; table_number: string | null; items: number; done: boolean };
};

/** Somebody is wanted: a runner at the pass, a waiter at the grill ([EPH1]). */
export type Attention = {
  type: 'attention';
  restaurant_id: string;
  timestamp: string;
  from: Teller;
  data: { order_id: string | null; station: string | null; message: string | null };
};

/** Who follows the restaurant now: one entry for each person and kind of screen ([EPH1]). */
export type Presence = {
  type: 'presence';
  restaurant_id: string;
  timestamp: string;
  data: { screens: (Teller & { screen: string | null; count: number })[] };
};

/** Never stored, never counted in `seq`, not repeated to who was away ([EPH1]). */
export type EphemeralFrame = OrderDraft | Attention | Presence;

/** Precedes a close by the server; `retry_ms` is the least wait. */
export type Bye = { type: 'bye'; code: number; reason: string; retry_ms: number };

export type ServerFrame =
  | ConnectionEstablished
  | SnapshotPart
  | Live
  | WireEvent
  | EventBatch
  | Heartbeat
  | Seen
  | EphemeralFrame
  | Bye;

/** `undefined` for what is not a frame at all; the reader then starts anew. Bodies are trusted: they are our own server's. */
export function parseServerFrame(text: string): ServerFrame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value ? (value as ServerFrame) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An event has its place in the log; so has `live`, which brings nothing. Also events of a type that this page does not
 * know yet: they count, and change nothing here.
 */
export const isEvent = (frame: ServerFrame): frame is WireEvent =>
  'seq' in frame && 'epoch' in frame && frame.type !== 'live';
