import type { LinkSocket, SocketEvents } from './live-link.ts';
import { createSteadyClock } from './steady-clock.ts';
import type { Timers } from './timers.ts';

/** The browser behind the link's ports. The only file here that knows `window`. */
export function browserTimers(): Timers {
  const nowMs = createSteadyClock({ monotonicMs: () => performance.now(), wallMs: () => Date.now() });
  return {
    nowMs,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}

/** Same origin as the page; the httpOnly cookie goes along by itself. */
export function openLiveSocket(cursor: string | undefined, events: SocketEvents): LinkSocket {
  const url = new URL('/api/v1/ws/orders/live?batch=1', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  if (cursor) url.searchParams.set('last_event_id', cursor);
  const socket = new WebSocket(url);
  socket.addEventListener('message', ({ data }) => events.message(String(data)));
  socket.addEventListener('close', ({ code }) => events.closed(code));
  return { close: () => socket.close() };
}

/** Calls `wake` whenever the device may have slept or lost its network. */
export function watchWakeUps(timers: Timers, wake: () => void): void {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  watchSleep(timers, wake);
}

const lookEveryMs = 2000;

/** A timer that comes much too late means that the device slept, with no event to tell. */
function watchSleep(timers: Timers, wake: () => void): void {
  const before = timers.nowMs();
  timers.after(lookEveryMs, () => {
    if (timers.nowMs() - before > 2 * lookEveryMs) wake();
    watchSleep(timers, wake);
  });
}
