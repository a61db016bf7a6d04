import type { WebSocket } from 'ws';
import type { Frame } from '../fanout/frame.ts';
import { createMarks } from './marks.ts';
import { goodbyeMs, type Wire } from './stream.ts';

const asText = { binary: false, compress: false } as const;

/**
 * A slow network takes minutes to bring a large snapshot, and a ping at the end of the queue is answered only then.
 * Those among the frames are answered as the reader comes to them: it lives, and gets on ([HBT2], [SLO1]).
 */
const markedBytes = 16_000;
/** A larger frame goes in pieces with marks between them: alone it may take longer than a reader is given ([SLO1]). */
const wholeBytes = 96_000;

/** The WebSocket under a stream: one text message for each frame. */
export type SocketWire = Wire & {
  /** Asks for a sign of life. */
  ping(): void;
  /** Whether this pong answers a ping of ours: what nobody asked for is no sign that anything was read ([HBT2]). */
  isAnswer(pong: Buffer): boolean;
};

export function createSocketWire(socket: WebSocket): SocketWire {
  const marks = createMarks();
  let unmarkedBytes = 0;
  let takenBytes = 0;

  function send(frame: Frame, done: () => void): void {
    const text = frame.json();
    const taken = () => {
      takenBytes += text.length;
      done();
    };
    if (text.length > wholeBytes) sendInPieces(text, taken);
    else sendWhole(text, taken);
  }

  function sendWhole(text: Buffer, taken: () => void): void {
    socket.send(text, asText, taken);
    unmarkedBytes += text.length;
    if (unmarkedBytes >= markedBytes) mark();
  }

  function sendInPieces(text: Buffer, taken: () => void): void {
    for (let from = 0; from < text.length; from += markedBytes) {
      const isLast = from + markedBytes >= text.length;
      const piece = text.subarray(from, from + markedBytes);
      socket.send(piece, { ...asText, fin: isLast }, isLast ? taken : undefined);
      mark();
    }
  }

  function mark(): void {
    unmarkedBytes = 0;
    socket.ping(marks.next(true));
  }

  return {
    transport: 'websocket',
    isOpen: () => socket.readyState === socket.OPEN,
    bufferedBytes: () => socket.bufferedAmount,
    takenBytes: () => takenBytes,
    signs: marks.reached,
    ping: () => socket.ping(marks.next(false)),
    isAnswer: marks.isAnswer,
    send,
    end: (bye, code, reason) => sayGoodbye(socket, bye.json(), code, reason),
  };
}

/** Last words, then the end; the socket is cut when its screen does not answer. */
export function sayGoodbye(socket: WebSocket, bye: Buffer | string, code: number, reason: string): void {
  socket.send(bye, asText, () => undefined);
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), goodbyeMs(code)).unref();
}
