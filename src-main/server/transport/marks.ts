import { randomBytes } from 'node:crypto';

/** Pings on one connection. Each has a text that only its reader can know, so that an answer proves that it was read. */
export interface Marks {
  /** The text of a new ping. `isAmongFrames`: coming to it is progress; the others only ask for life. */
  next(isAmongFrames: boolean): Buffer;
  /** Whether a pong answers a ping that was not answered yet, nor any after it. */
  isAnswer(pong: Buffer): boolean;
  /** How many of those among the frames the reader has come to. */
  reached(): number;
}

/** More than fit into what a connection holds; of a reader so far behind the older ones do not matter. */
const mostWaiting = 1000;

export function createMarks(): Marks {
  const waiting: { readonly text: Buffer; readonly isAmongFrames: boolean }[] = [];
  let reached = 0;
  return {
    next: (isAmongFrames) => {
      const text = randomBytes(6);
      waiting.push({ text, isAmongFrames });
      if (waiting.length > mostWaiting) waiting.shift();
      return text;
    },
    // Readers may leave out all pings but the newest (RFC 6455).
    isAnswer: (pong) => {
      const place = waiting.findIndex(({ text }) => text.equals(pong));
      if (place < 0) return false;
      reached += waiting.splice(0, place + 1).filter(({ isAmongFrames }) => isAmongFrames).length;
      return true;
    },
    reached: () => reached,
  };
}
