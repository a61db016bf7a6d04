import type { ServerResponse } from 'node:http';
import { sseBlock } from '../fanout/frame.ts';
import { createEventWire } from './event-wire.ts';
import { byeFrame, goodbyeOf } from './goodbye.ts';
import type { LiveStreams, Refusal } from './live-streams.ts';
import { type Following, goodbyeMs, mostSilentBeats, openStream, type Wire } from './stream.ts';
import type { Member } from './stream-registry.ts';

/** A proxy that holds events back, or changes them, makes a stream that looks alive and is not. */
const eventHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** What EventSource waits before it comes back by itself. */
const usualRetryMs = 1000;

/** One reader of server-sent events: the same stream as by WebSocket, in blocks ([SSE1]). It confirms by requests, if at all ([ACK2]). */
export function openEventStream(response: ServerResponse, following: Following, streams: LiveStreams): void {
  // Gone while its token was checked: no `close` will come any more, so it would stay a member for ever.
  if (response.destroyed) return;
  response.writeHead(200, eventHeaders);
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, 10_000);
  response.write(`retry: ${usualRetryMs}\n\n`);
  const member = memberOf(createEventWire(response), following, streams);
  response.on('error', () => response.destroy());
  response.on('close', () => {
    member.leave();
    streams.registry.leave(member);
  });
  if (!response.writableEnded) streams.registry.join(member, streams.clock.nowMs());
}

/** For somebody who is not let in: EventSource tells nothing of a refusal, but of a stream that says why and ends. */
export function openFarewell(response: ServerResponse, why: Refusal, onGone: () => void): void {
  if (response.destroyed) {
    onGone();
    return;
  }
  response.on('close', onGone);
  response.on('error', () => response.destroy());
  response.writeHead(200, eventHeaders);
  const { code, reason } = goodbyeOf(why);
  const bye = byeFrame(code, reason);
  response.end(`retry: ${bye.retry_ms}\n\n${sseBlock(JSON.stringify(bye), undefined)}`);
  setTimeout(() => response.destroy(), goodbyeMs(code)).unref();
}

function memberOf(
  eventWire: Omit<Wire, 'signs'>,
  following: Following,
  streams: LiveStreams,
): Member & { leave(): void } {
  const { clock } = streams;
  let lastSeenMs = clock.nowMs();
  let silentBeats = 0;
  let confirmations = 0;
  const taken = () => {
    lastSeenMs = clock.nowMs();
  };
  const stream = openStream(
    {
      ...eventWire,
      signs: () => confirmations,
      send: (frame, done) =>
        eventWire.send(frame, () => {
          taken();
          done();
        }),
    },
    following,
    streams,
  );
  return {
    ...stream,
    beat: () => {
      if (following.query.acks && ++silentBeats >= mostSilentBeats) stream.giveUp();
      else stream.beat();
    },
    confirm: (seq, isVisible) => {
      taken();
      silentBeats = 0;
      // While it reads a snapshot that is all that it can say; later only what it has applied is progress.
      if (seq === 0) confirmations++;
      stream.confirm(seq, isVisible);
    },
    statistics: () => ({ ...stream.statistics(), lastSeenMs }),
  };
}
