import type { WebSocket } from 'ws';
import type { Frame } from '../fanout/frame.ts';
import { goodbyeMs, type Wire } from './stream.ts';

const asText = { binary: false, compress: false } as const;

/**
 * A slow network takes minutes to bring a large snapshot, and a ping at the end of the queue is answered only then.
 * Those among the frames are answered as the reader comes to them: it lives, and gets on ([HBT2], [SLO1]).
 */
const markedBytes = 16_000;
const mark = Buffer.from('mark');

/** The WebSocket under a stream: one text message for each frame. */
export function createSocketWire(socket: WebSocket): Wire {
  let unmarkedBytes = 0;
  let marksRead = 0;
  socket.on('pong', (data) => {
    if (data.equals(mark)) marksRead++;
  });

  function send(frame: Frame, done: () => void): void {
    const text = frame.json();
    socket.send(text, asText, done);
    unmarkedBytes += text.length;
    if (unmarkedBytes < markedBytes) return;
    unmarkedBytes = 0;
    socket.ping(mark);
  }

  return {
    transport: 'websocket',
    isOpen: () => socket.readyState === socket.OPEN,
    bufferedBytes: () => socket.bufferedAmount,
    marksRead: () => marksRead,
    send,
    end: (bye, code, reason) => sayGoodbye(socket, bye.json(), code, reason),
  };
}

/** Last words, then the end; the socket is cut when its screen does not answer. */
export function sayGoodbye(socket: WebSocket, bye: Buffer | string, code: number, reason: string): void {
  socket.send(bye, asText, () => undefined);
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), goodbyeMs).unref();
}
