import { lineId, orderId, restaurantId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import type { ServerFrame, WireEvent } from '#shared/protocol/frames.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from '../../src-renderer/link/http.ts';
import type { Timers } from '../../src-renderer/link/timers.ts';
import type { OpenConnection, Path, Transport } from '../../src-renderer/link/transport.ts';

/** Time that passes when the test says so. */
export type ManualTimers = Timers & {
  /** Runs what falls due on the way, in order, each at its own moment. */
  advance(ms: number): void;
  /** The next answers of `random`, for ever the last. */
  chance: number;
  /** By how much the server's clock is behind; for `framesOf`. */
  serverBehindMs: number;
  /** The device sleeps: time goes on, but nothing that falls due runs before `thaw`. */
  freeze(): { thaw(): void };
};

export function createManualTimers(): ManualTimers {
  let now = 0;
  let made = 0;
  let isFrozen = false;
  const due = new Map<number, { at: number; run: () => void }>();

  function next(until: number): [number, { at: number; run: () => void }] | undefined {
    if (isFrozen) return undefined;
    return [...due].filter(([, { at }]) => at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  }

  return {
    chance: 1,
    serverBehindMs: 0,
    freeze: () => {
      isFrozen = true;
      return {
        thaw: () => {
          isFrozen = false;
        },
      };
    },
    nowMs: () => now,
    after: (ms, run) => {
      const id = made++;
      due.set(id, { at: now + ms, run });
      return () => due.delete(id);
    },
    random() {
      return this.chance;
    },
    advance: (ms) => {
      const until = now + ms;
      for (let first = next(until); first; first = next(until)) {
        due.delete(first[0]);
        now = Math.max(now, first[1].at);
        first[1].run();
      }
      now = until;
    },
  };
}

/** The server's end of one connection that the screen opened. */
export type ServerEnd = {
  readonly transport: Transport;
  readonly cursor: string | undefined;
  /** Whether the screen has let go of it. */
  readonly abandoned: boolean;
  /** Frames that the screen has sent. */
  readonly received: readonly unknown[];
  send(...frames: readonly ServerFrame[]): void;
  sendText(text: string): void;
  close(code: number): void;
  pace(path: Path): void;
  asked(atMs: number): void;
  /** Something of an answer that is still under way. */
  piece(): void;
};

/** Connections as the screen opens them, of any transport; both ends in the test's hand. */
export type SocketPairs = {
  readonly opened: readonly ServerEnd[];
  readonly last: () => ServerEnd;
  readonly open: OpenConnection;
};

export function createSocketPairs(): SocketPairs {
  const opened: ServerEnd[] = [];
  return {
    opened,
    last: () => opened.at(-1)!,
    open: (transport, cursor, events) => {
      let abandoned = false;
      const received: unknown[] = [];
      opened.push({
        transport,
        cursor,
        get abandoned() {
          return abandoned;
        },
        received,
        send: (...frames) => {
          for (const frame of frames) events.message(JSON.stringify(frame));
        },
        sendText: (text) => events.message(text),
        close: (code) => events.closed(code),
        pace: (path) => events.pace(path),
        asked: (atMs) => events.asked(atMs),
        piece: () => events.heard(),
      });
      return {
        send: (text) => received.push(JSON.parse(text)),
        close: () => {
          abandoned = true;
        },
      };
    },
  };
}

/** What a link needs beside time and connections, when nothing of it matters to the test. */
export const quietDevice = {
  isOnline: () => true,
  isVisible: () => true,
  reloadOnce: () => false,
  tab: 'tab-in-hand',
} as const;

/** HTTP whose answers the test gives, one request after the other. */
export type HeldHttp = {
  readonly send: SendHttp;
  readonly requests: readonly HttpRequest[];
  /** Answers the oldest request without an answer, and lets what follows from it happen. */
  answer(answer: HttpAnswer): Promise<void>;
};

export function createHeldHttp(): HeldHttp {
  const requests: HttpRequest[] = [];
  const open: ((answer: HttpAnswer) => void)[] = [];
  return {
    requests,
    send: (request) => {
      requests.push(request);
      return new Promise((resolve) => open.push(resolve));
    },
    answer: async (answer) => {
      const resolve = open.shift();
      if (!resolve) throw new Error('no request waits for an answer');
      resolve(answer);
      await settled();
    },
  };
}

/** A full turn of the event loop: every promise that can settle has. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const answered = (status: number, body: unknown = null): HttpAnswer => ({ kind: 'answer', status, body });
export const unreachable: HttpAnswer = { kind: 'unreachable' };

export const problem = (status: number, code: string, detail: string): HttpAnswer =>
  answered(status, { type: 'about:blank', status, code, title: code, detail, errors: [] });

export function buildLine(id: string, change: Partial<Line> = {}): Line {
  return {
    id: lineId(id),
    productId: null,
    name: `Dish ${id}`,
    quantity: 1,
    unitPrice: 950,
    modifiers: [],
    notes: null,
    seat: null,
    course: null,
    allergens: [],
    category: null,
    prepMinutes: null,
    progress: [untouched(stationId('kitchen'), 'fallback')],
    round: 1,
    addition: 0,
    addedAtMs: 1_000_000,
    heldAtMs: null,
    startsAtMs: null,
    firedAtMs: null,
    changedFrom: null,
    changedAtMs: null,
    voidCooked: null,
    expoSeenAtMs: null,
    quiet: null,
    voidedAtMs: null,
    voidReason: null,
    ...change,
  };
}

export function buildOrder(id: string, change: Partial<Order> = {}): Order {
  return {
    id: orderId(id),
    restaurantId: restaurantId('main'),
    version: 1,
    number: `A${id}`,
    orderNumber: `ORD-261121120000-A${id}`,
    businessDay: '2026-11-21',
    type: 'takeaway',
    tableNumber: null,
    covers: null,
    customerName: null,
    customerPhone: null,
    notes: null,
    priority: 'normal',
    promisedAtMs: null,
    estimatedMinutes: null,
    paymentStatus: 'unpaid',
    paymentMethod: null,
    currency: 'EUR',
    source: 'staff',
    serverName: null,
    createdAtMs: 1_000_000,
    updatedAtMs: 1_000_000,
    cancelledAtMs: null,
    cancelReason: null,
    clearedAtMs: null,
    mergedInto: null,
    splitFrom: null,
    lastRecall: null,
    lines: [buildLine(`${id}.1`), buildLine(`${id}.2`)],
    ...change,
  };
}

const noon = Date.UTC(2026, 10, 21, 12);

/** The server's frames; `epoch` is the log's, `nowMs` its clock, counted from noon. */
export function framesOf(epoch: string, nowMs: () => number = () => 0) {
  const serverTime = () => new Date(noon + nowMs()).toISOString();
  return {
    established: (mode: 'replay' | 'snapshot', head: number): ServerFrame => ({
      type: 'connection_established',
      protocol: 1,
      restaurant_id: 'main',
      epoch,
      head,
      mode,
      server_time: serverTime(),
      heartbeat_ms: 5000,
      message: '',
    }),
    part: (part: number, parts: number, ...orders: readonly Order[]): ServerFrame => ({
      type: 'snapshot',
      part,
      parts,
      orders: orders.map(toWireOrder),
      products: [],
    }),
    live: (seq: number): ServerFrame => ({ type: 'live', seq, epoch, cursor: `${epoch}.${seq}` }),
    event: (seq: number, order: Order): WireEvent => ({
      type: 'order_updated',
      seq,
      epoch,
      restaurant_id: 'main',
      timestamp: serverTime(),
      data: {},
      order: toWireOrder(order),
    }),
    batch: (...events: readonly WireEvent[]): ServerFrame => ({
      type: 'events',
      from: events[0]!.seq,
      to: events.at(-1)!.seq,
      events: [...events],
    }),
    bye: (code: number, retryMs: number): ServerFrame => ({ type: 'bye', code, reason: '', retry_ms: retryMs }),
    heartbeat: (sent: number, head = sent, seen = 0): ServerFrame => ({
      type: 'heartbeat',
      head,
      sent,
      seen,
      server_time: serverTime(),
    }),
  };
}
