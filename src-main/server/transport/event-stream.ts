import type { ServerResponse } from 'node:http';
import type { LiveStreams } from './live-streams.ts';
import { type Following, goodbyeMs, openStream, type Wire } from './stream.ts';
import type { Member } from './stream-registry.ts';

/** A proxy that holds events back, or changes them, makes a stream that looks alive and is not. */
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

/** What EventSource waits before it comes back by itself. */
const usualRetryMs = 1000;

/** One reader of server-sent events: the same stream as by WebSocket, in blocks ([SSE1]). Nothing comes back, so nothing is pinged. */
export function openEventStream(response: ServerResponse, following: Following, streams: LiveStreams): void {
  // Gone while its token was checked: no `close` will come any more, so it would stay a member for ever.
  if (response.destroyed) return;
  response.writeHead(200, headers);
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, 10_000);
  response.write(`retry: ${usualRetryMs}\n\n`);
  let lastSeenMs = streams.clock.nowMs();
  const wire = wireOf(response, () => {
    lastSeenMs = streams.clock.nowMs();
  });
  const stream = openStream(wire, following, streams);
  const member: Member = { ...stream, statistics: () => ({ ...stream.statistics(), lastSeenMs }) };
  response.on('error', () => response.destroy());
  response.on('close', () => {
    stream.leave();
    streams.registry.leave(member);
  });
  if (!response.writableEnded) streams.registry.join(member, streams.clock.nowMs());
}

function wireOf(response: ServerResponse, onTaken: () => void): Wire {
  return {
    transport: 'sse',
    isOpen: () => !response.writableEnded && !response.destroyed,
    bufferedBytes: () => response.writableLength,
    marksRead: () => 0,
    send: (frame, done) => {
      response.write(frame.sse(), () => {
        onTaken();
        done();
      });
    },
    end: (bye, _code, _reason, retryMs) => {
      // EventSource reads no goodbye; the pause before it comes back is all that it can be told.
      if (retryMs > 0) response.write(`retry: ${retryMs}\n\n`);
      response.end(bye.sse());
      setTimeout(() => response.destroy(), goodbyeMs).unref();
    },
  };
}
