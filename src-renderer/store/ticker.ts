import type { ServerClock } from '../link/server-clock.ts';
import type { Timers } from '../link/timers.ts';

export type Moment = {
  /** For ages of things that happened on this screen. */
  readonly steadyMs: number;
  /** For ages of tickets, and the clock on the wall. */
  readonly serverMs: number;
};

/** The one clock of a screen: it tells everyone once a second, on the server's full second ([TCK1]). */
export interface Ticker {
  /** The moment of the last tick: the same for all that draw, until the next. */
  now(): Moment;
  subscribe(listener: () => void): () => void;
}

export function createTicker(timers: Timers, serverClock: Pick<ServerClock, 'at'>): Ticker {
  const listeners = new Set<() => void>();
  let moment = read();
  let cancel: (() => void) | undefined;

  function read(): Moment {
    const steadyMs = timers.nowMs();
    return { steadyMs, serverMs: serverClock.at(steadyMs) };
  }

  function wind(): void {
    moment = read();
    cancel = timers.after(1000 - (moment.serverMs % 1000), tick);
  }

  function tick(): void {
    wind();
    for (const listener of [...listeners]) listener();
  }

  return {
    now: () => moment,
    subscribe: (listener) => {
      listeners.add(listener);
      if (!cancel) wind();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel?.();
        cancel = undefined;
      };
    },
  };
}
