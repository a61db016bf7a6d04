import type { Cursor } from '#shared/protocol/cursor.ts';
import type { ConnectionEstablished, Live, ServerFrame, WireEvent } from '#shared/protocol/frames.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import type { WireProduct } from '#shared/protocol/wire-product.ts';

/** All that is open, whole. */
export type Snapshot = { readonly orders: readonly WireOrder[]; readonly products: readonly WireProduct[] };

/** What one frame means for the screen. */
export type Reading =
  | { readonly kind: 'established'; readonly mode: 'replay' | 'snapshot'; readonly serverTimeMs: number }
  /** `snapshot` replaces everything that was shown; without one, the events so far have brought us up to date. */
  | { readonly kind: 'live'; readonly snapshot: Snapshot | undefined }
  /** In order and without a gap; empty when all of them were known. */
  | { readonly kind: 'events'; readonly events: readonly WireEvent[] }
  | { readonly kind: 'heartbeat'; readonly serverTimeMs: number }
  | { readonly kind: 'bye'; readonly retryMs: number }
  | { readonly kind: 'nothing' }
  /** Something is missing or mixed up: what was read so far holds, the rest needs a new connection. */
  | { readonly kind: 'broken'; readonly why: string };

/** Reads the frames of one connection, in order. Throw it away with the connection: a half-read snapshot goes with it. */
export interface FrameReader {
  read(frame: ServerFrame): Reading;
  /** Where to come back to: the last event that was read, never a place inside a snapshot ([SNP1]). */
  cursor(): Cursor | undefined;
}

type Building = { orders: WireOrder[]; products: WireProduct[]; seen: number; parts: number };

export function createFrameReader(resumeAt: Cursor | undefined): FrameReader {
  let place = resumeAt;
  let building: Building | undefined;
  let isLive = false;

  function read(frame: ServerFrame): Reading {
    if (frame.type === 'connection_established') return established(frame);
    if (frame.type === 'snapshot') return take(frame.part, frame.parts, frame.orders, frame.products);
    if (frame.type === 'live') return live(frame);
    if (frame.type === 'events') return events(frame.events);
    if (frame.type === 'heartbeat') return heartbeat(frame.sent, frame.server_time);
    if (frame.type === 'bye') return { kind: 'bye', retryMs: frame.retry_ms };
    return isLogged(frame) ? events([frame]) : { kind: 'nothing' };
  }

  function established({ mode, epoch, server_time }: ConnectionEstablished): Reading {
    if (mode === 'replay' && place?.epoch !== epoch) return broken('a replay of a log that we have not read');
    building = mode === 'snapshot' ? { orders: [], products: [], seen: 0, parts: 1 } : undefined;
    return { kind: 'established', mode, serverTimeMs: Date.parse(server_time) };
  }

  function take(part: number, parts: number, orders: WireOrder[], products: WireProduct[]): Reading {
    if (!building || part !== building.seen + 1) return broken('not the next part of a snapshot');
    building.orders.push(...orders);
    building.products.push(...products);
    building.seen++;
    building.parts = parts;
    return { kind: 'nothing' };
  }

  function live({ epoch, seq }: Live): Reading {
    if (building && building.seen !== building.parts) return broken('a snapshot with parts missing');
    if (!building && (place?.epoch !== epoch || place.seq !== seq)) return broken('a replay with events missing');
    const snapshot = building && { orders: building.orders, products: building.products };
    building = undefined;
    isLive = true;
    place = { epoch, seq };
    return { kind: 'live', snapshot };
  }

  /** All or nothing: a broken batch leaves the place where it was, so that coming back brings the whole of it. */
  function events(all: readonly WireEvent[]): Reading {
    if (!place || building) return broken('an event before the state it changes');
    const { epoch } = place;
    const fresh: WireEvent[] = [];
    let seq = place.seq;
    for (const event of all) {
      if (event.epoch !== epoch) return broken('an event of another log');
      if (event.seq <= seq) continue;
      if (event.seq !== seq + 1) return broken(`event ${event.seq} after ${seq}`);
      seq = event.seq;
      fresh.push(event);
    }
    place = { epoch, seq };
    return { kind: 'events', events: fresh };
  }

  /** Less applied than was put on this connection is proven loss ([HBT1]). */
  function heartbeat(sent: number, serverTime: string): Reading {
    if (isLive && place && sent > place.seq) return broken(`event ${sent} was sent, ${place.seq} arrived`);
    return { kind: 'heartbeat', serverTimeMs: Date.parse(serverTime) };
  }

  return { read, cursor: () => place };
}

const broken = (why: string): Reading => ({ kind: 'broken', why });

/** Also events of a type that this page does not know yet: they count in the log, and change nothing here. */
const isLogged = (frame: ServerFrame): frame is WireEvent => 'seq' in frame && 'epoch' in frame;
