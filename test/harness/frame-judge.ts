import { formatCursor, parseCursor } from '#shared/protocol/cursor.ts';
import { isEvent, parseServerFrame, type ServerFrame, type WireEvent } from '#shared/protocol/frames.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';

/** Applies the frames of a live stream by the rules of the protocol and writes down every breach of them. */
export type FrameJudge = {
  readonly orders: ReadonlyMap<string, WireOrder>;
  /** All events in the order they came, over all connections. */
  readonly events: readonly WireEvent[];
  /** Every order that was ever shown, in a snapshot or an event, with the first state seen of it. */
  readonly shown: ReadonlyMap<string, WireOrder>;
  /** Breaches: holes, repeats, orders that vanished or changed their number. Empty when all is well. */
  readonly faults: readonly string[];
  /** How each attachment was brought up to date. */
  readonly modes: readonly ('replay' | 'snapshot')[];
  /** Place to come back to; `undefined` before the first `live`. */
  cursor(): string | undefined;
  isLive(): boolean;
  connecting(): void;
  see(text: string): void;
  complain(fault: string): void;
};

export function createFrameJudge(): FrameJudge {
  const orders = new Map<string, WireOrder>();
  const shown = new Map<string, WireOrder>();
  const events: WireEvent[] = [];
  const faults: string[] = [];
  const modes: ('replay' | 'snapshot')[] = [];
  let cursor: string | undefined;
  let snapshot: Map<string, WireOrder> | undefined;
  let live = false;

  const complain = (fault: string) => faults.push(fault);

  function show(order: WireOrder): void {
    const first = shown.get(order.id);
    if (!first) shown.set(order.id, order);
    else if (first.number !== order.number || first.order_number !== order.order_number)
      complain(`order ${order.id} was ${first.number} and became ${order.number}`);
  }

  function apply(event: WireEvent): void {
    const at = parseCursor(cursor);
    if (at?.epoch !== event.epoch || event.seq !== at.seq + 1) {
      complain(`event ${event.epoch}.${event.seq} came after ${cursor}`);
    }
    cursor = formatCursor(event);
    events.push(event);
    if (!('order' in event)) return;
    const known = orders.get(event.order.id);
    if (known && known.version >= event.order.version) complain(`order ${known.id} got version ${known.version} twice`);
    show(event.order);
    orders.set(event.order.id, event.order);
  }

  /** Orders of these tests are never closed, so that one that is missing in a snapshot has been lost. */
  function swap(whole: ReadonlyMap<string, WireOrder>): void {
    for (const id of orders.keys()) if (!whole.has(id)) complain(`order ${id} was shown and is gone`);
    for (const order of whole.values()) {
      show(order);
      orders.set(order.id, order);
    }
  }

  function take(frame: ServerFrame): void {
    if (isEvent(frame)) {
      apply(frame);
      return;
    }
    switch (frame.type) {
      case 'connection_established':
        modes.push(frame.mode);
        if (frame.mode === 'snapshot') snapshot = new Map();
        return;
      case 'snapshot':
        for (const order of frame.orders) snapshot?.set(order.id, order);
        return;
      case 'events':
        for (const event of frame.events) apply(event);
        return;
      case 'live':
        if (snapshot) swap(snapshot);
        else if (frame.cursor !== cursor) complain(`live at ${frame.cursor}, but the events led to ${cursor}`);
        snapshot = undefined;
        cursor = frame.cursor;
        live = true;
        return;
      case 'heartbeat':
        if (live && (parseCursor(cursor)?.seq ?? 0) < frame.sent)
          complain(`${frame.sent} was sent, ${cursor} has come`);
        return;
    }
  }

  return {
    orders,
    events,
    shown,
    faults,
    modes,
    cursor: () => cursor,
    isLive: () => live,
    connecting: () => {
      snapshot = undefined;
      live = false;
    },
    see: (text) => {
      const frame = parseServerFrame(text);
      if (frame) take(frame);
      else complain(`not a frame: ${text.slice(0, 100)}`);
    },
    complain,
  };
}
