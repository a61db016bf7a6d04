import type { ServerResponse } from 'node:http';
import { goodbyeMs, type Wire } from './stream.ts';

/** Eight seconds of a 100 kbit/s link; nearly every frame is one write ([PMP2]). */
const mostWritten = 96_000;

type Waiting = { readonly bytes: Buffer; readonly done: () => void };

/**
 * Server-sent events under a stream. One write is under way at a time: what waits in Node is taken together, and told
 * of only when all of it has left, so that whoever reads slowly would look like somebody who does not read ([SLO1]).
 */
export function createEventWire(response: ServerResponse): Omit<Wire, 'signs'> {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let takenBytes = 0;
  let isWriting = false;
  let isEnding = false;

  function put(bytes: Buffer, done: () => void): void {
    waiting.push({ bytes, done });
    waitingBytes += bytes.length;
    writeOn();
  }

  function writeOn(): void {
    const [next] = waiting;
    if (!next || isWriting) return;
    isWriting = true;
    // The very buffer, where it is one write: it is shared by all readers.
    const part = next.bytes.length > mostWritten ? next.bytes.subarray(0, mostWritten) : next.bytes;
    response.write(part, () => taken(next, part.length));
  }

  function taken({ bytes, done }: Waiting, length: number): void {
    isWriting = false;
    takenBytes += length;
    waitingBytes -= length;
    if (length < bytes.length) waiting[0] = { bytes: bytes.subarray(length), done };
    else {
      waiting.shift();
      done();
    }
    writeOn();
  }

  return {
    transport: 'sse',
    isOpen: () => !isEnding && !response.destroyed,
    bufferedBytes: () => waitingBytes,
    takenBytes: () => takenBytes,
    send: (frame, done) => put(frame.sse(), done),
    end: (bye, code, _reason, retryMs) => {
      // EventSource reads no goodbye; the pause before it comes back is all that it can be told.
      if (retryMs > 0) put(Buffer.from(`retry: ${retryMs}\n\n`), () => undefined);
      put(bye.sse(), () => response.end());
      isEnding = true;
      setTimeout(() => response.destroy(), goodbyeMs(code)).unref();
    },
  };
}
