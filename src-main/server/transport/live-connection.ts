import type { WebSocket } from 'ws';
import type { ClientFrame } from '#shared/protocol/client-frames.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { mostBufferedBytes } from '../fanout/pump.ts';
import { type ReadFrame, readClientFrame } from './client-frame.ts';
import { byeFrame } from './goodbye.ts';
import { crowdedRetryMs } from './retry-times.ts';
import { createSocketWire, sayGoodbye } from './socket-wire.ts';
import { type Following, mostSilentBeats, openStream, type Stream, type StreamDeps } from './stream.ts';
import type { Member } from './stream-registry.ts';

/**
 * More from one screen between two heartbeats is a fault of that screen, or worse ([CLO1]). A screen that confirms
 * every single event of a rush is none: a confirmation weighs little. What is passed on to all the others weighs most:
 * sixteen drafts a second are more than anybody taps.
 */
const heaviestBeat = 20_000;
type Heard = ReadFrame['type'] | 'pong';
const weights: Partial<Readonly<Record<Heard, number>>> = { ack: 1, order_draft: 250, attention: 250 };
const weightOf = (type: Heard) => weights[type] ?? 25;

/** One screen's WebSocket. */
export interface LiveConnection {
  /** Brings the screen up to date; what it gives is kept informed until the connection ends. */
  follow(following: Following): Member;
  /** For a connection that nobody is let in on. */
  close(code: number, reason: string): void;
}

export type LiveConnectionDeps = StreamDeps & {
  /** Drafts and calls for attention of this screen; acks and pings are answered here. */
  readonly onTold: (frame: Exclude<ClientFrame, { type: 'ack' | 'ping' }>, member: Member) => void;
};

export function createLiveConnection(socket: WebSocket, deps: LiveConnectionDeps): LiveConnection {
  const wire = createSocketWire(socket);
  let silentBeats = 0;
  let weightHeard = 0;
  let lastSeenMs = deps.clock.nowMs();
  let stream: Stream | undefined;
  let member: Member | undefined;

  function heard(): void {
    silentBeats = 0;
    lastSeenMs = deps.clock.nowMs();
  }

  function refuse(code: number, reason: string, retryMs = 0): void {
    if (stream) stream.close(code, reason, retryMs);
    else socket.close(code, reason);
  }

  /** Pings, and pongs that nobody asked for, count like any other frame: a flood of them keeps others waiting as well. */
  function isTooMuch(weight: number): boolean {
    const was = weightHeard;
    weightHeard += weight;
    if (was < heaviestBeat && weightHeard >= heaviestBeat)
      refuse(closeCodes.tooMany, 'too many frames', crowdedRetryMs());
    return weightHeard >= heaviestBeat;
  }

  function take(frame: ReadFrame): void {
    if (frame.type === 'malformed') refuse(closeCodes.malformed, 'a frame could not be read');
    else if (frame.type === 'ack') stream?.confirm(frame.seq, !frame.hidden, frame.station);
    else if (frame.type === 'ping') stream?.heartbeat();
    else if (frame.type !== 'ignored' && member) deps.onTold(frame, member);
  }

  function beat(opened: Stream): void {
    weightHeard = 0;
    if (++silentBeats >= mostSilentBeats) {
      socket.terminate();
      return;
    }
    if (wire.isOpen() && wire.bufferedBytes() < mostBufferedBytes) wire.ping();
    opened.beat();
  }

  socket.on('message', (data, isBinary) => {
    heard();
    const frame = readClientFrame(data, isBinary);
    if (!isTooMuch(weightOf(frame.type))) take(frame);
  });
  socket.on('pong', (data) => {
    if (wire.isAnswer(data)) heard();
    else isTooMuch(weightOf('pong'));
  });
  socket.on('ping', (data) => {
    heard();
    if (!isTooMuch(weightOf('ping')) && wire.isOpen() && wire.bufferedBytes() < mostBufferedBytes) socket.pong(data);
  });

  return {
    follow: (following) => {
      const opened = openStream(wire, following, deps);
      stream = opened;
      socket.on('close', opened.leave);
      member = {
        ...opened,
        beat: () => beat(opened),
        statistics: () => ({ ...opened.statistics(), lastSeenMs }),
      };
      return member;
    },
    close: (code, reason) => sayGoodbye(socket, JSON.stringify(byeFrame(code, reason)), code, reason),
  };
}
