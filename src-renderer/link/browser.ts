import { alone, createHeldRequest, type HeldRequest, type PageChannel } from './held-request.ts';
import { type HttpAnswer, readAnswer } from './http.ts';
import { createKey } from './idempotency-key.ts';
import type { LiveLink } from './link-ports.ts';
import { createSteadyClock } from './steady-clock.ts';
import type { Timers } from './timers.ts';
import type { Network } from './transports.ts';

/** The browser behind the link's ports. Only the files here that begin with `browser` know `window`. */
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
export const browserNetwork: Network = {
  webSocket: (path, events) => {
    const url = new URL(path, location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }) => events.message(String(data)));
    socket.addEventListener('close', ({ code }) => events.closed(code));
    return {
      send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
      close: () => socket.close(),
    };
  },
  eventSource: (path, events) => {
    const source = new EventSource(path);
    source.addEventListener('message', ({ data }) => events.message(String(data)));
    source.addEventListener('error', events.failed);
    return { close: () => source.close() };
  },
  isVisible: () => isVisible(),
  held: { take: (lost) => heldHere().take(lost) },
  get: (path, abort, heard) => ask(path, { signal: abort }, heard),
  post: (path, body, abort) => {
    const headers = { 'content-type': 'application/json' };
    return ask(path, { method: 'POST', headers, body: JSON.stringify(body), signal: abort });
  },
};

let held: HeldRequest | undefined;

/** Made when the first is needed: with WebSockets pages have nothing to tell each other. */
function heldHere(): HeldRequest {
  held ??=
    'BroadcastChannel' in globalThis ? createHeldRequest(browserChannel(), browserTimers(), createKey(crypto)) : alone;
  return held;
}

function browserChannel(): PageChannel {
  const channel = new BroadcastChannel('kitchen-pass.held-request');
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
  };
}

async function ask(path: string, init: RequestInit, heard?: () => void): Promise<HttpAnswer> {
  try {
    return await readAnswer(
      await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error' }),
      heard,
    );
  } catch {
    return { kind: 'unreachable' };
  }
}

/** On the kitchen's own computer the network may be away and the kitchen is still there. */
const isSameComputer = () => ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

export const isVisible = (): boolean => document.visibilityState === 'visible';

export const isOnline = (): boolean => navigator.onLine || isSameComputer();

const reloadedKey = 'kitchen-pass.reloaded-at';
/** A server that is still newer than the page after a reload will not be older in a minute. */
const reloadAgainMs = 3_600_000;

/** False when this tab was reloaded for the same reason within the hour, so that it never goes round in circles. */
export function reloadOnce(): boolean {
  try {
    const reloadedAtMs = Number(sessionStorage.getItem(reloadedKey) ?? Number.NEGATIVE_INFINITY);
    if (Date.now() - reloadedAtMs < reloadAgainMs) return false;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
  } catch {
    // Nowhere to remember it.
    return false;
  }
  location.reload();
  return true;
}

/**
 * Tells the link whatever the browser knows of sleep, sight and network ([LNK6]).
 *
 * @param isHeard whether the page makes itself heard also behind another window: then it is used, seen or not ([LNK13])
 */
export function watchDevice(
  timers: Timers,
  link: Pick<LiveLink, 'wake' | 'online' | 'visible'>,
  isHeard: () => boolean = () => false,
): void {
  const look = () => link.visible(isVisible() || isHeard());
  document.addEventListener('visibilitychange', look);
  document.addEventListener('resume', link.wake);
  addEventListener('pageshow', link.wake);
  addEventListener('focus', link.wake);
  addEventListener('online', () => link.online(true));
  addEventListener('offline', () => link.online(isOnline()));
  if (!isVisible()) look();
  watchSleep(timers, link.wake);
}

const lookEveryMs = 2000;

/** A timer or a tap that finds that nobody has looked for long: the device slept, with no event to tell. */
function watchSleep(timers: Timers, wake: () => void): void {
  let lookedAtMs = timers.nowMs();
  const look = () => {
    const sleptMs = timers.nowMs() - lookedAtMs;
    lookedAtMs = timers.nowMs();
    if (sleptMs > 2 * lookEveryMs) wake();
  };
  const goOn = () => {
    look();
    timers.after(lookEveryMs, goOn);
  };
  addEventListener('pointerdown', look, { capture: true, passive: true });
  goOn();
}
