import type { Cursor } from '#shared/protocol/cursor.ts';
import {
  type ConnectionEstablished,
  type EphemeralFrame,
  type Heartbeat,
  isEvent,
  type Live,
  type ServerFrame,
  type SnapshotPart,
  type WireEvent,
} from '#shared/protocol/frames.ts';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import type { WireProduct } from '#shared/protocol/wire-product.ts';
import type { WireReady } from '#shared/protocol/wire-ready.ts';
import type { WireSelfOrder } from '#shared/protocol/wire-self-order.ts';
import type { WireSettings, WireStations } from '#shared/protocol/wire-site.ts';

/** All that is open, whole, as it was at event `seq`. */
export type Snapshot = {
  readonly seq: number;
  readonly orders: readonly WireOrder[];
  readonly products: readonly WireProduct[];
  /** Absent where only a part of the kitchen is followed. */
  readonly stations?: WireStations | undefined;
  readonly settings?: WireSettings | undefined;
  /** What guests have asked for that waits for a waiter. */
  readonly self_orders?: readonly WireSelfOrder[] | undefined;
  /** On the stream for guests only. */
  readonly ready?: readonly WireReady[] | undefined;
  /** Of whoever has an order's link: that order, and nothing else. */
  readonly guest?: WireGuest | undefined;
  readonly timeZone?: string | null | undefined;
};

/** What one frame means for the screen. */
export type Reading =
  | {
      readonly kind: 'established';
      readonly mode: 'replay' | 'snapshot';
      readonly head: number;
      readonly serverTimeMs: number;
    }
  /** `snapshot` replaces everything that was shown; without one, what is known already has brought us up to date. */
  | { readonly kind: 'live'; readonly snapshot: Snapshot | undefined }
  /** In order and without a gap; empty when all of them were known. `repeated`: how many were, against expectation. */
  | { readonly kind: 'events'; readonly events: readonly WireEvent[]; readonly repeated: number }
  | { readonly kind: 'heartbeat'; readonly head: number; readonly seen: number; readonly serverTimeMs: number }
  | { readonly kind: 'seen'; readonly seq: number }
  | { readonly kind: 'ephemeral'; readonly frame: EphemeralFrame }
  | { readonly kind: 'bye'; readonly code: number; readonly retryMs: number }
  | { readonly kind: 'nothing' }
  /**
   * Something is missing or mixed up: what was read so far holds, the rest needs a new connection. `missing`: events
   * that are proven to have been lost on the way.
   */
  | { readonly kind: 'broken'; readonly why: string; readonly missing: number };

/** Reads the frames of one connection, in order. Throw it away with the connection: a half-read snapshot goes with it. */
export interface FrameReader {
  read(frame: ServerFrame): Reading;
  /** Where to come back to: the last event that was read, never a place inside a snapshot ([SNP1]). */
  cursor(): Cursor | undefined;
}

type Building = Pick<Snapshot, 'stations' | 'settings' | 'guest' | 'timeZone'> & {
  orders: WireOrder[];
  products: WireProduct[];
  ready: WireReady[];
  self_orders: WireSelfOrder[];
  seen: number;
  parts: number;
};

/** A little less than the time between two heartbeats of the server's own. */
const beatMs = 4000;

/** `overlaps`: another connection went on delivering up to `resumeAt` while this one attached further back ([LNK10]). */
export function createFrameReader(resumeAt: Cursor | undefined, overlaps = false): FrameReader {
  const overlapTo = overlaps ? (resumeAt?.seq ?? 0) : 0;
  let place = resumeAt;
  let building: Building | undefined;
  let isLive = false;
  /** Our place, and the server's time, when a heartbeat first found us there behind the head. */
  let behind: { readonly seq: number; readonly serverTimeMs: number } | undefined;

  function read(frame: ServerFrame): Reading {
    switch (frame.type) {
      case 'connection_established':
        return established(frame);
      case 'snapshot':
        return take(frame);
      case 'live':
        return live(frame);
      case 'events':
        return events(frame.events);
      case 'heartbeat':
        return heartbeat(frame);
      case 'seen':
        return { kind: 'seen', seq: frame.seq };
      case 'order_draft':
      case 'attention':
      case 'presence':
        return { kind: 'ephemeral', frame };
      case 'bye':
        return { kind: 'bye', code: frame.code, retryMs: frame.retry_ms };
      default:
        return isEvent(frame) ? events([frame]) : { kind: 'nothing' };
    }
  }

  function established({ mode, epoch, head, server_time }: ConnectionEstablished): Reading {
    if (mode === 'replay' && place?.epoch !== epoch) return broken('a replay of a log that we have not read');
    building =
      mode === 'snapshot' ? { orders: [], products: [], ready: [], self_orders: [], seen: 0, parts: 1 } : undefined;
    isLive = false;
    return { kind: 'established', mode, head, serverTimeMs: Date.parse(server_time) };
  }

  function take({ part, parts, orders, products, ready = [], self_orders = [], ...site }: SnapshotPart): Reading {
    if (!building || part !== building.seen + 1) return broken('not the next part of a snapshot');
    building.orders.push(...orders);
    building.products.push(...products);
    building.ready.push(...ready);
    building.self_orders.push(...self_orders);
    building = {
      ...building,
      stations: site.stations ?? building.stations,
      settings: site.settings ?? building.settings,
      guest: site.guest ?? building.guest,
      timeZone: site.time_zone ?? building.timeZone,
      seen: part,
      parts,
    };
    return { kind: 'nothing' };
  }

  /** Another connection may have brought more meanwhile ([LNK10]): what is known is never taken back. */
  function live({ epoch, seq }: Live): Reading {
    if (building && building.seen !== building.parts) return broken('a snapshot with parts missing');
    const known = place?.epoch === epoch ? place.seq : -1;
    if (!building && known < seq) return broken('a replay with events missing', seq - known);
    const snapshot = building && known <= seq ? { ...building, seq } : undefined;
    building = undefined;
    isLive = true;
    place = { epoch, seq: Math.max(known, seq) };
    return { kind: 'live', snapshot };
  }

  /** All or nothing: a broken batch leaves the place where it was, so that coming back brings the whole of it. */
  function events(all: readonly WireEvent[]): Reading {
    if (!place || building) return broken('an event before the state it changes');
    const { epoch } = place;
    const fresh: WireEvent[] = [];
    let seq = place.seq;
    let repeated = 0;
    for (const event of all) {
      if (event.epoch !== epoch) return broken('an event of another log');
      if (event.seq <= seq) {
        if (event.seq > overlapTo) repeated++;
        continue;
      }
      if (event.seq !== seq + 1) return broken(`event ${event.seq} after ${seq}`, event.seq - seq - 1);
      seq = event.seq;
      fresh.push(event);
    }
    place = { epoch, seq };
    return { kind: 'events', events: fresh, repeated };
  }

  /**
   * Less applied than was put on this connection is proven loss ([HBT1]); behind the head without a step from one
   * heartbeat to the next is a server that has forgotten us ([LNK11]). Heartbeats that were asked for come closer
   * together, and a burst that is still on its way is not forgotten.
   */
  function heartbeat({ head, sent, seen, server_time }: Heartbeat): Reading {
    const serverTimeMs = Date.parse(server_time);
    if (isLive && place) {
      if (sent > place.seq) return broken(`event ${sent} was sent, ${place.seq} arrived`, sent - place.seq);
      if (head <= place.seq) behind = undefined;
      else if (behind?.seq !== place.seq) behind = { seq: place.seq, serverTimeMs };
      else if (serverTimeMs - behind.serverTimeMs >= beatMs) return broken(`stands at ${place.seq} of ${head}`);
    }
    return { kind: 'heartbeat', head, seen, serverTimeMs };
  }

  return { read, cursor: () => place };
}

const broken = (why: string, missing = 0): Reading => ({ kind: 'broken', why, missing });
