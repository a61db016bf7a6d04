import type { RawData, WebSocket } from 'ws';
import type { RestaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { type ConnectionEstablished, PROTOCOL_VERSION } from '#shared/protocol/frames.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { LiveFeed } from '../fanout/live-feed.ts';
import type { Pump, Sink } from '../fanout/pump.ts';
import type { Clock } from '../ports.ts';
import { parseClientFrame } from './client-frame.ts';

export const heartbeatMs = 5000;
/** A screen that has not answered a goodbye by then is gone already. */
export const goodbyeMs = 1000;
/**
 * Heartbeats without a sign of life, not even a pong: the link is dead, whatever TCP thinks ([HBT2]). Counted, not
 * timed: a computer that slept for an hour must not cut all its screens when it wakes.
 */
const mostSilentBeats = 3;
/** A connection that takes nothing is told nothing more; what it misses of the log the pump keeps for it. */
const mostWaitingBytes = 256 * 1024;

export type Following = {
  readonly restaurantId: RestaurantId;
  /** Asked at each heartbeat: a stream must not outlive the session that opened it. */
  readonly mayFollow: () => boolean;
  readonly feed: LiveFeed;
  readonly lastEventId: string | undefined;
  readonly batch: boolean;
};

/** One screen's WebSocket. */
export interface LiveConnection {
  /** Brings the screen up to date and keeps it so. */
  follow(following: Following): void;
  isFollowing(): boolean;
  /** Heartbeat and ping; cuts a connection that has been silent for too long. */
  beat(): void;
  /** Says why, closes, and does not wait for an answer for long. */
  close(code: number, reason: string, retryMs: number): void;
}

type Stream = { readonly following: Following; readonly pump: Pump };

export function createLiveConnection(socket: WebSocket, clock: Clock): LiveConnection {
  let silentBeats = 0;
  let stream: Stream | undefined;

  const takesMore = () => socket.readyState === socket.OPEN && socket.bufferedAmount < mostWaitingBytes;

  function heartbeat({ following: { feed }, pump }: Stream): void {
    const frame = { type: 'heartbeat', head: feed.head(), sent: pump.sent(), server_time: toIso(clock.nowMs()) };
    if (takesMore()) socket.send(JSON.stringify(frame));
  }

  function close(code: number, reason: string, retryMs: number): void {
    socket.send(JSON.stringify({ type: 'bye', code, reason, retry_ms: retryMs }), () => undefined);
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), goodbyeMs).unref();
  }

  function read(data: RawData, isBinary: boolean): void {
    silentBeats = 0;
    const frame = parseClientFrame(data, isBinary);
    if (!frame) close(closeCodes.malformed, 'a frame could not be read', 0);
    else if (frame.type === 'ping' && stream) heartbeat(stream);
  }

  socket.on('message', read);
  socket.on('pong', () => {
    silentBeats = 0;
  });
  socket.on('ping', (data) => {
    if (takesMore()) socket.pong(data);
  });

  return {
    follow: (following) => {
      stream = { following, pump: follow(socket, clock, following) };
    },
    isFollowing: () => stream !== undefined,
    beat: () => {
      if (++silentBeats >= mostSilentBeats) return socket.terminate();
      if (!stream || socket.readyState !== socket.OPEN) return;
      if (!stream.following.mayFollow()) return close(closeCodes.notAuthenticated, 'the session has ended', 0);
      stream.pump.run();
      if (takesMore()) socket.ping();
      heartbeat(stream);
    },
    close,
  };
}

/** One turn of the event loop from reading the head to joining the pumps ([ATT1]). */
function follow(socket: WebSocket, clock: Clock, { restaurantId, feed, lastEventId, batch }: Following): Pump {
  const attachment = feed.attach(lastEventId, batch);
  const established: ConnectionEstablished = {
    type: 'connection_established',
    protocol: PROTOCOL_VERSION,
    restaurant_id: restaurantId,
    epoch: feed.epoch,
    head: feed.head(),
    mode: attachment.mode,
    server_time: toIso(clock.nowMs()),
    heartbeat_ms: heartbeatMs,
    message: attachment.mode === 'replay' ? 'Events since your last one follow.' : 'All that is open follows.',
  };
  socket.send(JSON.stringify(established));
  const pump = feed.follow(sinkOf(socket), attachment);
  socket.on('close', () => feed.leave(pump));
  pump.run();
  return pump;
}

const asText = { binary: false, compress: false } as const;

/** A socket on its way out takes nothing more and asks for nothing more. */
function sinkOf(socket: WebSocket): Sink {
  return {
    bufferedBytes: () => (socket.readyState === socket.OPEN ? socket.bufferedAmount : Number.POSITIVE_INFINITY),
    send: (frame, done) => socket.send(frame, asText, done),
  };
}
