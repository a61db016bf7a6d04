import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { isFinalClose } from '#shared/protocol/close-codes.ts';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import { createFrameJudge, type FrameJudge } from './frame-judge.ts';

/** A screen that never gives up: follows the live stream through every break and checks all that it is shown. */
export type LiveFollower = FrameJudge & {
  /** Open orders as this screen would show them. */
  readonly orders: ReadonlyMap<string, WireOrder>;
  /** Resolves when `done` holds; asked after every frame. */
  until(done: () => boolean): Promise<void>;
  /** Resolves when it shows at least so many orders, or has met a fault: then waiting on would tell nothing. */
  untilShows(orders: number): Promise<void>;
  close(): Promise<void>;
};

export type Following = {
  readonly url: string;
  readonly token: string;
  /** Ask for the events of a commit in one frame. */
  readonly batch?: boolean;
};

/** So soon after a break, in milliseconds: tests have no thousand screens that would come back at once. */
const reconnectMs = 20;

export function followLive(following: Following): LiveFollower {
  const judge = createFrameJudge();
  const waiting = new Set<() => void>();
  let closed = false;
  let socket = connect();

  function connect(): WebSocket {
    const attempt = new WebSocket(addressOf(following, judge.cursor()), {
      headers: { authorization: `Bearer ${following.token}` },
    });
    judge.connecting();
    attempt.on('message', (data) => {
      judge.see(String(data));
      for (const look of waiting) look();
    });
    attempt.on('error', () => undefined);
    attempt.on('close', (code) => comeBack(code));
    return attempt;
  }

  async function comeBack(code: number): Promise<void> {
    if (closed) return;
    if (isFinalClose(code)) return judge.complain(`closed for good with ${code}`);
    await wait(reconnectMs);
    if (!closed) socket = connect();
  }

  function until(done: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!done()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  }

  return {
    ...judge,
    until,
    untilShows: (orders) => until(() => judge.orders.size >= orders || judge.faults.length > 0),
    close: async () => {
      closed = true;
      if (socket.readyState === WebSocket.CLOSED) return;
      const gone = once(socket, 'close');
      socket.terminate();
      await gone;
    },
  };
}

function addressOf({ url, batch }: Following, cursor: string | undefined): string {
  const query = new URLSearchParams();
  if (cursor) query.set('last_event_id', cursor);
  if (batch) query.set('batch', '1');
  return `${url.replace(/^http/, 'ws')}/api/v1/ws/orders/live?${query}`;
}
