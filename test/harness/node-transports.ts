import { randomBytes } from 'node:crypto';
import { EventSource } from 'eventsource';
import WebSocket from 'ws';
import { alone } from '../../src-renderer/link/held-request.ts';
import { createHttp, type HttpAnswer, readAnswer, type SendHttp } from '../../src-renderer/link/http.ts';
import { createServerClock } from '../../src-renderer/link/server-clock.ts';
import { createSteadyClock } from '../../src-renderer/link/steady-clock.ts';
import type { Timers } from '../../src-renderer/link/timers.ts';
import type { OpenConnection } from '../../src-renderer/link/transport.ts';
import { createTransports, type Network } from '../../src-renderer/link/transports.ts';
import type { OutboxStore } from '../../src-renderer/outbox/outbox.ts';
import { createScreenClient, type ScreenClient } from '../../src-renderer/store/screen-client.ts';

/** A kitchen as a screen in Node reaches it; `token` stands for the browser's cookie. */
export type Kitchen = { readonly url: string; readonly token: string };

const newTab = (): string => randomBytes(16).toString('hex');

/** The screen's own time, as a browser would give it. */
export function nodeTimers(): Timers {
  return {
    nowMs: createSteadyClock({ monotonicMs: () => performance.now(), wallMs: () => Date.now() }),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}

/** Node behind the link's network port: `ws`, `eventsource` and `fetch` in place of the browser's own. */
export function nodeNetwork({ url, token }: Kitchen): Network {
  const headers = { authorization: `Bearer ${token}` };
  return {
    webSocket: (path, events) => {
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers, perMessageDeflate: false });
      socket.on('message', (data) => events.message(String(data)));
      socket.on('error', () => undefined);
      socket.on('close', (code) => events.closed(code));
      return {
        send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
        close: () => (socket.readyState === WebSocket.OPEN ? closeSoon(socket) : socket.terminate()),
      };
    },
    eventSource: (path, events) => {
      const source = new EventSource(`${url}${path}`, {
        fetch: (address, init) => fetch(address, { ...init, headers: { ...init.headers, ...headers } }),
      });
      source.addEventListener('message', ({ data }) => events.message(String(data)));
      source.addEventListener('error', events.failed);
      return { close: () => source.close() };
    },
    isVisible: () => true,
    held: alone,
    get: (path, signal, heard) => ask(`${url}${path}`, { headers, signal }, heard),
    post: (path, body, signal) => {
      const withType = { ...headers, 'content-type': 'application/json' };
      return ask(`${url}${path}`, { method: 'POST', headers: withType, body: JSON.stringify(body), signal });
    },
  };
}

async function ask(address: string, init: RequestInit, heard?: () => void): Promise<HttpAnswer> {
  try {
    return await readAnswer(await fetch(address, init), heard);
  } catch {
    return { kind: 'unreachable' };
  }
}

const goodbyeMs = 100;

/** Says goodbye like a browser, but does not keep a process alive for an answer that never comes. */
function closeSoon(socket: WebSocket): void {
  socket.close();
  setTimeout(() => socket.terminate(), goodbyeMs).unref();
}

/** The screen's HTTP client. */
export function nodeHttp({ url, token }: Kitchen): SendHttp {
  return createHttp((path, init) =>
    fetch(`${url}${path}`, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } }),
  );
}

export type NodeBoardOptions = {
  /** Wraps or replaces how connections are opened: to block a transport, to count, to look at what is sent. */
  readonly wrap?: (open: OpenConnection) => OpenConnection;
  readonly screen?: string;
  /** Wraps or replaces the screen's HTTP: to lose answers, to hold commands back. */
  readonly wrapHttp?: (http: SendHttp) => SendHttp;
  /** The device's disk; without one it keeps nothing over the end of the page. */
  readonly outboxStore?: OutboxStore;
  readonly timers?: Timers;
};

/**
 * The whole screen without its picture: the real link and store, in Node. `client.open()` begins;
 * `client.store.getState()` is what it shows. End it with `client.signedOut()`.
 */
export function createNodeBoard(kitchen: Kitchen, options: NodeBoardOptions = {}): ScreenClient {
  const timers = options.timers ?? nodeTimers();
  const tab = newTab();
  const open = createTransports(nodeNetwork(kitchen), timers, { tab, screen: options.screen ?? 'board' });
  return createScreenClient({
    ...timers,
    open: options.wrap?.(open) ?? open,
    isOnline: () => true,
    isVisible: () => true,
    reloadOnce: () => false,
    http: options.wrapHttp?.(nodeHttp(kitchen)) ?? nodeHttp(kitchen),
    serverClock: createServerClock(Date.now() - timers.nowMs()),
    outboxStore: options.outboxStore,
    newKey: newTab,
    tab,
  });
}
