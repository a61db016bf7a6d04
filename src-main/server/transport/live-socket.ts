import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { apiRoot, canonicalUrl } from './address.ts';
import { streamCredentialsOf } from './credential.ts';
import { goodbyeOf } from './goodbye.ts';
import { firstCaller } from './guard.ts';
import { createLiveConnection, type LiveConnection } from './live-connection.ts';
import type { LiveStreams } from './live-streams.ts';
import { isForeign } from './origin.ts';
import { crowdedRetryMs } from './retry-times.ts';
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
    if (refusal) return refuse(stream, refusal);
    const done = placeFor(request);
    if (!done) return refuse(stream, '503 Service Unavailable', crowdedRetryMs());
    stream.on('close', done);
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, request, done));
  });

  /** Only a strange address, a foreign page and a crowd are refused before the upgrade: a browser sees them as 1006. */
  function refusalOf(request: IncomingMessage): string | undefined {
    const url = urlOf(request);
    if (!url || targetOf(url) === undefined) return '404 Not Found';
    return isForeign(request.headers, allowedOrigins) ? '403 Forbidden' : undefined;
  }

  /** Whoever is not to come in is let as far as the goodbye, while few are. The answer gives that place back. */
  function placeFor(request: IncomingMessage): (() => void) | undefined {
    const { tab } = parseStreamQuery(urlOf(request)?.searchParams ?? new URLSearchParams());
    const why = streams.refusal({ tab }) ?? (strangers.size >= mostStrangers ? 'too_many_screens' : undefined);
    if (!why) return () => undefined;
    const done = streams.farewell();
    if (!done) streams.turnedAway(why);
    return done;
  }

  /** `isIn`: somebody has gone meanwhile, so that there is room after all. */
  function open(socket: WebSocket, request: IncomingMessage, isIn: () => void): void {
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
      .then(() => {
        known();
        if (socket.readyState === socket.OPEN) isIn();
      })
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
  { sessions, registry, fanout, directory, clock, refusal, turnedAway }: LiveStreams,
): Promise<void> {
  const url = urlOf(request);
  const query = parseStreamQuery(url?.searchParams ?? new URLSearchParams());
  const tokens = streamCredentialsOf(request.headers, url?.searchParams ?? new URLSearchParams());
  const caller = await firstCaller(sessions, tokens);
  if (!caller) return connection.close(closeCodes.notAuthenticated, 'sign in first');
  if (query.isTooOld) return connection.close(closeCodes.protocolTooOld, 'reload the page');
  const target = followTarget(targetOf(url) ?? { kind: 'everything' }, caller, directory);
  if ('refused' in target) return connection.close(target.refused, 'this stream is not for this account');
  const why = refusal({ tab: query.tab, caller });
  if (why) {
    turnedAway(why);
    const { code, reason } = goodbyeOf(why);
    return connection.close(code, reason);
  }
  if (socket.readyState !== socket.OPEN) return;
  const { followed } = target;
  const feed = fanout.feedFor(caller.restaurantId, followed);
  const member = connection.follow({ caller, followed, query, feed });
  socket.on('close', () => registry.leave(member));
  registry.join(member, clock.nowMs());
}

function refuse(stream: Duplex, status: string, retryMs?: number): void {
  const head = [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0'];
  if (retryMs !== undefined) head.push(`Retry-After: ${Math.ceil(retryMs / 1000)}`);
  stream.end(`${head.join('\r\n')}\r\n\r\n`, () => stream.destroy());
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
