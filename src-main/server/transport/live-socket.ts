import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '#shared/errors/app-error.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Gate } from './gate.ts';
import { goodbyeOf } from './goodbye.ts';
import { firstCaller } from './guard.ts';
import { createLiveConnection, type LiveConnection } from './live-connection.ts';
import type { LiveStreams } from './live-streams.ts';
import { refuseRaw } from './problem.ts';
import { type StreamAddress, streamAddressOf } from './stream-address.ts';
import { followTarget } from './stream-target.ts';

/** The WebSocket door: `/ws/orders/live`, `/ws/orders/{id}`, `/ws/products`, `/ws/ready`. */
export interface LiveSocket {
  /** Cuts those that have not answered their goodbye. */
  cutAll(): void;
}

const frameBytes = 64 * 1024;
/** A browser sends a message of ours in one piece, and each further piece costs more than its bytes ([FRM1]). */
const mostFragments = 128;
/** Pieces in which the network brings one frame: on the worst of them 64 kB are a hundred. */
const mostChunks = 4096;
/** Sockets that nobody has signed in on take no place from a screen, are few, and do not stay. */
const mostStrangers = 256;
const strangerMs = 10_000;

/** Somebody at the door, until it is known who they are. */
type Knock = {
  readonly request: IncomingMessage;
  readonly address: StreamAddress;
  /** They are signed in: they have taken nothing of what strangers have ([LIM1]). */
  readonly isKnown: () => void;
};

export function createLiveSocket(server: Server, streams: LiveStreams, gate: Gate): LiveSocket {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes,
    maxFragments: mostFragments,
    maxBufferedChunks: mostChunks,
    perMessageDeflate: false,
    autoPong: false,
    clientTracking: true,
  });
  const strangers = new Set<WebSocket>();

  sockets.on('wsClientError', (_error, stream) => refuseRaw(stream, new AppError('malformed')));
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const share = gate.limits.stranger(request.socket.remoteAddress ?? '');
    const refusal = gate.refusal(request, true);
    if (refusal) return refuseRaw(stream, refusal);
    const address = streamAddressOf(request);
    if (!address) return refuseRaw(stream, new AppError('not_found'));
    if (share) return upgrade({ request, address, isKnown: share }, stream, head);
    // Where strangers have asked too often, they have to show first that they are none.
    firstCaller(streams.sessions, address.tokens)
      .catch(() => undefined)
      .then((caller) => {
        if (caller) upgrade({ request, address, isKnown: () => undefined }, stream, head);
        else refuseRaw(stream, new AppError('too_many_requests'));
      });
  });

  /** Only a strange name or address, a foreign page and a crowd are refused before this: a browser sees them as 1006. */
  function upgrade(knock: Knock, stream: Duplex, head: Buffer): void {
    const done = placeFor(knock.address);
    if (done instanceof AppError) refuseRaw(stream, done);
    else {
      stream.on('close', done);
      sockets.handleUpgrade(knock.request, stream, head, (socket) => open(socket, knock, done));
    }
  }

  /** Whoever is not to come in is let as far as the goodbye, while few are. The answer gives that place back. */
  function placeFor({ query: { tab } }: StreamAddress): (() => void) | AppError {
    const why = streams.refusal({ tab }) ?? (strangers.size >= mostStrangers ? 'too_many_screens' : undefined);
    if (!why) return () => undefined;
    const done = streams.farewell();
    if (!done) streams.turnedAway(why);
    return done ?? new AppError(why);
  }

  /** `isIn`: somebody has gone meanwhile, so that there is room after all. */
  function open(socket: WebSocket, knock: Knock, isIn: () => void): void {
    const connection = createLiveConnection(socket, streams);
    strangers.add(socket);
    const tooLong = setTimeout(() => socket.terminate(), strangerMs);
    const known = () => {
      clearTimeout(tooLong);
      strangers.delete(socket);
    };
    socket.on('close', known);
    socket.on('error', (error) => streams.log.debug({ err: error }, 'a screen broke its connection'));
    admit(socket, connection, knock, { ...streams, gate })
      .then(() => {
        known();
        if (socket.readyState === socket.OPEN) isIn();
      })
      .catch((error) => {
        if (!(error instanceof AppError)) streams.log.error({ err: error }, 'a screen could not be admitted');
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
  { request, address: { query, target, tokens }, isKnown }: Knock,
  { sessions, registry, fanout, directory, clock, refusal, turnedAway, gate }: LiveStreams & { readonly gate: Gate },
): Promise<void> {
  const caller = await firstCaller(sessions, tokens);
  if (!caller) return connection.close(closeCodes.notAuthenticated, 'sign in first');
  isKnown();
  gate.know(request.socket, caller);
  if (!gate.limits.caller(caller)) return connection.close(closeCodes.tooMany, 'too many tries to connect');
  if (query.isTooOld) return connection.close(closeCodes.protocolTooOld, 'reload the page');
  const allowed = followTarget(target, caller, directory);
  if ('refused' in allowed) return connection.close(allowed.refused, 'this stream is not for this account');
  const why = refusal({ tab: query.tab, caller });
  if (why) {
    turnedAway(why);
    const { code, reason } = goodbyeOf(why);
    return connection.close(code, reason);
  }
  if (socket.readyState !== socket.OPEN) return;
  const { followed } = allowed;
  const feed = fanout.feedFor(caller.restaurantId, followed);
  const member = connection.follow({ caller, followed, query, feed });
  socket.on('close', () => registry.leave(member));
  registry.join(member, clock.nowMs());
}
