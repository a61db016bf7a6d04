import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { FanoutMemory } from '../fanout/fanout-memory.ts';
import { may } from '../permissions.ts';
import type { Clock } from '../ports.ts';
import { apiRoot, canonicalUrl } from './address.ts';
import { streamCredentialOf } from './credential.ts';
import { createLiveConnection, goodbyeMs, heartbeatMs, type LiveConnection } from './live-connection.ts';
import { isForeign } from './origin.ts';

export type LiveSocketDeps = {
  readonly sessions: Sessions;
  readonly fanout: FanoutMemory;
  readonly clock: Clock;
  readonly log: Logger;
  readonly allowedOrigins: readonly string[];
  readonly maxConnections: number;
};

/** The WebSocket door: `/ws/orders/live`. */
export interface LiveSocket {
  connections(): number;
  /** Tells every screen that we stop and when to come back; cuts those that do not answer. */
  stop(): Promise<void>;
}

const frameBytes = 64 * 1024;
/** Screens come back spread over this time, not all in one moment. */
const restartSpreadMs = 2000;
/** Sockets that nobody has signed in on take no place from a screen, and are few. */
const mostStrangers = 256;

export function createLiveSocket(server: Server, deps: LiveSocketDeps): LiveSocket {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes,
    perMessageDeflate: false,
    autoPong: false,
    clientTracking: true,
  });
  const connections = new Set<LiveConnection>();
  let stopping = false;
  const heart = setInterval(() => {
    for (const connection of connections) connection.beat();
  }, heartbeatMs);

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = stopping ? '503 Service Unavailable' : refusalOf(request, deps, connections);
    if (refusal) refuse(stream, refusal);
    else sockets.handleUpgrade(request, stream, head, (socket) => open(socket, request));
  });

  function open(socket: WebSocket, request: IncomingMessage): void {
    const connection = createLiveConnection(socket, deps.clock);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    socket.on('error', (error) => deps.log.debug({ err: error }, 'a screen broke its connection'));
    admit(connection, request, deps).catch((error) => {
      deps.log.error({ err: error }, 'a screen could not be admitted');
      connection.close(closeCodes.restarting, 'something went wrong in the kitchen computer', 1000);
    });
  }

  return {
    connections: () => admitted(connections),
    stop: async () => {
      stopping = true;
      clearInterval(heart);
      for (const connection of connections) {
        const retryMs = Math.round(Math.random() * restartSpreadMs);
        connection.close(closeCodes.restarting, 'the kitchen computer is stopping', retryMs);
      }
      const until = Date.now() + 2 * goodbyeMs;
      while (connections.size > 0 && Date.now() < until) await wait(20);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

const livePath = `${apiRoot}/ws/orders/live`;

/** Only a strange address, a foreign page and a full house are refused before the upgrade: a browser sees them as 1006. */
function refusalOf(
  request: IncomingMessage,
  deps: LiveSocketDeps,
  open: ReadonlySet<LiveConnection>,
): string | undefined {
  if (urlOf(request)?.pathname !== livePath) return '404 Not Found';
  if (isForeign(request.headers, deps.allowedOrigins)) return '403 Forbidden';
  const full = admitted(open) >= deps.maxConnections || open.size >= deps.maxConnections + mostStrangers;
  return full ? '503 Service Unavailable' : undefined;
}

const admitted = (open: ReadonlySet<LiveConnection>) => [...open].filter((one) => one.isFollowing()).length;

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
}

function urlOf(request: IncomingMessage): URL | undefined {
  const url = `http://kitchen-pass${canonicalUrl(request.url ?? '/')}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

async function admit(connection: LiveConnection, request: IncomingMessage, deps: LiveSocketDeps): Promise<void> {
  const query = urlOf(request)?.searchParams ?? new URLSearchParams();
  const token = streamCredentialOf(request.headers, query);
  const caller = token === undefined ? undefined : await deps.sessions.callerOf(token);
  if (!caller) return connection.close(closeCodes.notAuthenticated, 'sign in first', 0);
  if (!may(caller.role, 'live.follow')) return connection.close(closeCodes.notAllowed, 'not allowed', 0);
  connection.follow({
    restaurantId: caller.restaurantId,
    mayFollow: () => deps.sessions.isGood(caller.jti),
    feed: deps.fanout.feed(caller.restaurantId),
    lastEventId: query.get('last_event_id') ?? undefined,
    batch: query.get('batch') === '1',
  });
}
