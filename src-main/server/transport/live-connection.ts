import type { WebSocket } from 'ws';
import type { RestaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/frames.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { LiveFeed } from '../fanout/live-feed.ts';
import type { Sink } from '../fanout/pump.ts';
import type { Clock } from '../ports.ts';
import { parseClientFrame } from './client-frame.ts';

export const heartbeatMs = 5000;
/** Nothing heard for so long, not even a pong: the link is dead, whatever TCP thinks ([HBT2]). */
const silenceMs = 15_000;

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
  /** Heartbeat and ping; cuts a connection that has been silent for too long. */
  beat(): void;
  close(code: number, reason: string, retryMs: number): void;
}

export function createLiveConnection(socket: WebSocket, clock: Clock): LiveConnection {
  let heardAtMs = clock.nowMs();
  let heartbeat: (() => string) | undefined;
  let mayFollow = () => true;

  function heard(): void {
    heardAtMs = clock.nowMs();
  }

  function close(code: number, reason: string, retryMs: number): void {
    socket.send(JSON.stringify({ type: 'bye', code, reason, retry_ms: retryMs }), () => undefined);
    socket.close(code, reason);
  }

  socket.on('pong', heard);
  socket.on('message', (data, isBinary) => {
    heard();
    const frame = parseClientFrame(data, isBinary);
    if (!frame) close(closeCodes.malformed, 'a frame could not be read', 0);
    else if (frame.type === 'ping' && heartbeat) socket.send(heartbeat());
  });

  return {
    follow: (following) => {
      heartbeat = follow(socket, clock, following);
      mayFollow = following.mayFollow;
    },
    beat: () => {
      if (clock.nowMs() - heardAtMs > silenceMs) return socket.terminate();
      if (!mayFollow()) return close(closeCodes.notAuthenticated, 'the session has ended', 0);
      if (socket.readyState !== socket.OPEN) return;
      socket.ping();
      if (heartbeat) socket.send(heartbeat());
    },
    close,
  };
}

/** One turn of the event loop from reading the head to joining the pumps ([ATT1]); gives the heartbeat's maker. */
function follow(socket: WebSocket, clock: Clock, { restaurantId, feed, lastEventId, batch }: Following): () => string {
  const attachment = feed.attach(lastEventId, batch);
  const established = {
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
  return () =>
    JSON.stringify({ type: 'heartbeat', head: feed.head(), sent: pump.sent(), server_time: toIso(clock.nowMs()) });
}

const asText = { binary: false, compress: false } as const;

/** A socket on its way out takes nothing more and asks for nothing more. */
function sinkOf(socket: WebSocket): Sink {
  return {
    bufferedBytes: () => (socket.readyState === socket.OPEN ? socket.bufferedAmount : Number.POSITIVE_INFINITY),
    send: (frame, done) => socket.send(frame, asText, done),
  };
}
