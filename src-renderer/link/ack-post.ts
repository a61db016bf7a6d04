import type { HttpAnswer } from './http.ts';
import type { Timers } from './timers.ts';

/** Confirmations of a page that follows by server-sent events: each is a request ([ACK2]). */
export interface AckPost {
  /** A frame as it would go by WebSocket; all but confirmations are dropped. */
  send(text: string): void;
  stop(): void;
}

/** Sooner than the server loses patience, so that one that hangs does not keep the next. */
const limitMs = 4000;
/** In a rush a hundred such pages must not be a thousand requests a second. */
const breathMs = 250;

/** One is under way at a time, and of those that wait the newest says it all: on a slow network they must not pile up. */
export function createAckPost(
  timers: Timers,
  tab: string,
  post: (body: object, abort: AbortSignal) => Promise<HttpAnswer>,
): AckPost {
  let newest: object | undefined;
  let underWay: AbortController | undefined;
  let cancelNext: (() => void) | undefined;

  function next(): void {
    cancelNext = undefined;
    if (!newest) return;
    const body = newest;
    newest = undefined;
    const mine = new AbortController();
    underWay = mine;
    const cancel = timers.after(limitMs, () => over(mine));
    void post(body, mine.signal).finally(() => {
      cancel();
      over(mine);
    });
  }

  /** Whatever became of it: the next heartbeat brings another. */
  function over(mine: AbortController): void {
    mine.abort();
    if (underWay !== mine) return;
    underWay = undefined;
    cancelNext = timers.after(breathMs, next);
  }

  return {
    send: (text) => {
      const { type, ...ack } = JSON.parse(text) as { type: string };
      if (type !== 'ack') return;
      newest = { tab, ...ack };
      if (!underWay && !cancelNext) next();
    },
    stop: () => {
      newest = undefined;
      underWay?.abort();
      cancelNext?.();
    },
  };
}
