import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { apiRoot, canonicalUrl } from './address.ts';
import { streamCredentialOf } from './credential.ts';
import { createLiveConnection, type LiveConnection } from './live-connection.ts';
import type { LiveStreams } from './live-streams.ts';
import { isForeign } from './origin.ts';
import { parseStreamQuery } from './stream-query.ts';
import { followTarget, type StreamTarget } from './stream-target.ts';

/** The WebSocket door: `/ws/orders/live`, `/ws/orders/{id}`, `/ws/products`, `/ws/ready`. */
export interface LiveSocket {
  /** Cuts those that have not answered their goodbye. */
  cutAll(): void;
}

const frameBytes = 64 * 1024;
/** Sockets that nobody has signed in on take no place from a screen, are few, and do not stay. */
const mostStrangers = 256;
const strangerMs = 10_000;

export function createLiveSocket(
  server: Server,
  streams: LiveStreams,
  { allowedOrigins }: { readonly allowedOrigins: readonly string[] },
): LiveSocket {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes,
    perMessageDeflate: false,
    autoPong: false,
    clientTracking: true,
  });
  const strangers = new Set<WebSocket>();

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = refusalOf(request);
    if (refusal) refuse(stream, refusal);
    else sockets.handleUpgrade(request, stream, head, (socket) => open(socket, request));
  });

  /** Only a strange address, a foreign page and a full house are refused before the upgrade: a browser sees them as 1006. */
  function refusalOf(request: IncomingMessage): string | undefined {
    const url = urlOf(request);
    if (!url || targetOf(url) === undefined) return '404 Not Found';
    if (isForeign(request.headers, allowedOrigins)) return '403 Forbidden';
    const { tab } = parseStreamQuery(url.searchParams);
    return streams.refusal({ tab }, strangers.size >= mostStrangers) ? '503 Service Unavailable' : undefined;
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    const connection = createLiveConnection(socket, streams);
    strangers.add(socket);
    const tooLong = setTimeout(() => socket.terminate(), strangerMs);
    const known = () => {
      clearTimeout(tooLong);
      strangers.delete(socket);
    };
    socket.on('close', known);
    socket.on('error', (error) => streams.log.debug({ err: error }, 'a screen broke its connection'));
    admit(socket, connection, request, streams)
      .then(known)
      .catch((error) => {
        streams.log.error({ err: error }, 'a screen could not be admitted');
        connection.close(closeCodes.restarting, 'something went wrong in the kitchen computer');
      });
  }

  return {
    cutAll: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

async function admit(
  socket: WebSocket,
  connection: LiveConnection,
  request: IncomingMessage,
  { sessions, registry, fanout, directory, clock, refusal }: LiveStreams,
): Promise<void> {
  const url = urlOf(request);
  const query = parseStreamQuery(url?.searchParams ?? new URLSearchParams());
  const token = streamCredentialOf(request.headers, url?.searchParams ?? new URLSearchParams());
  const caller = token === undefined ? undefined : await sessions.callerOf(token);
  if (!caller) return connection.close(closeCodes.notAuthenticated, 'sign in first');
  if (query.isTooOld) return connection.close(closeCodes.protocolTooOld, 'reload the page');
  const target = followTarget(targetOf(url) ?? { kind: 'everything' }, caller, directory);
  if ('refused' in target) return connection.close(target.refused, 'this stream is not for this account');
  const full = refusal({ tab: query.tab, caller });
  if (full === 'stopping') return connection.close(closeCodes.restarting, 'the kitchen computer is stopping');
  if (full) return connection.close(closeCodes.tooMany, 'too many screens');
  if (socket.readyState !== socket.OPEN) return;
  const { followed } = target;
  const feed = fanout.feedFor(caller.restaurantId, followed);
  const member = connection.follow({ caller, followed, query, feed });
  socket.on('close', () => registry.leave(member));
  registry.join(member, clock.nowMs());
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
}

function urlOf(request: IncomingMessage): URL | undefined {
  const url = `http://kitchen-pass${canonicalUrl(request.url ?? '/')}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** `undefined`: nothing can be followed at this address. Whether an id is one is told after the upgrade. */
function targetOf(url: URL | undefined): StreamTarget | undefined {
  const path = url?.pathname.startsWith(`${apiRoot}/ws/`) ? url.pathname.slice(`${apiRoot}/ws/`.length) : '';
  if (path === 'products') return { kind: 'menu' };
  if (path === 'ready') return { kind: 'ready' };
  const id = /^orders\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  return id === 'live' ? { kind: 'everything' } : { kind: 'one', id };
}
