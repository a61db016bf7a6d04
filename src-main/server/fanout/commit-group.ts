import { formatCursor } from '#shared/protocol/cursor.ts';
import type { LoggedEvent } from '../ports.ts';
import { createFrame, type Frame, lazyFrame, sseBlock } from './frame.ts';

/** Events that became true together, encoded once for all screens. */
export type CommitGroup = {
  readonly from: number;
  readonly to: number;
  /** Characters of all events: what keeping the group costs, about. */
  readonly bytes: number;
  event(seq: number): LoggedEvent | undefined;
  eventsAfter(seq: number): readonly LoggedEvent[];
  /** One event alone, for bare clients and for streams of a part of the log. */
  one(seq: number): Frame;
  /**
   * The events after `seq`, as many as go into one frame: one JSON frame for clients that said `batch=1`, one write
   * for server-sent events ([PMP2]). Whole groups but for very large ones: a frame that takes longer than a stalled
   * link is given would never arrive, and one larger than the window could never be sent ([ACK1]).
   */
  rest(afterSeq: number): Batch;
};

export type Batch = { readonly frame: Frame; readonly upTo: number };

/** Characters of one frame; five seconds of a 100 kbit/s link. */
export const frameChars = 64_000;
/** Half a window: what is not confirmed yet leaves room for it, if the reader confirms as it should. */
export const mostInFrame = 128;

export function createCommitGroup(events: readonly LoggedEvent[], epoch: string): CommitGroup {
  const from = events[0]?.seq ?? 0;
  const texts = events.map((event) => eventText(event, epoch));
  const ends = frameEnds(texts);
  const frames: (Frame | undefined)[] = [];
  const batches = new Map<number, Batch>();

  function batchFrom(first: number): Batch {
    const end = ends.find((each) => each > first) ?? texts.length;
    const some = texts.slice(first, end);
    const seq = from + first;
    const upTo = from + end - 1;
    const frame = lazyFrame(
      () => `{"type":"events","from":${seq},"to":${upTo},"events":[${some.join(',')}]}`,
      () => some.map((text, index) => sseBlock(text, formatCursor({ epoch, seq: seq + index }))).join(''),
    );
    return { frame, upTo };
  }

  return {
    from,
    to: events.at(-1)?.seq ?? 0,
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    event: (seq) => events[seq - from],
    eventsAfter: (seq) => events.slice(Math.max(0, seq + 1 - from)),
    one: (seq) => {
      const index = seq - from;
      frames[index] ??= createFrame(texts[index] ?? '', formatCursor({ epoch, seq }));
      return frames[index];
    },
    rest: (afterSeq) => {
      const first = Math.max(0, afterSeq + 1 - from);
      const known = batches.get(first);
      if (known) return known;
      const made = batchFrom(first);
      // Readers who come back to the middle of a group are few, and each comes once.
      if (first === 0 || ends.includes(first)) batches.set(first, made);
      return made;
    },
  };
}

/** Indexes after the last event of each frame. */
function frameEnds(texts: readonly string[]): number[] {
  const ends: number[] = [];
  let chars = 0;
  for (const [index, text] of texts.entries()) {
    const isFull = chars + text.length > frameChars || index - (ends.at(-1) ?? 0) >= mostInFrame;
    if (chars > 0 && isFull) {
      ends.push(index);
      chars = 0;
    }
    chars += text.length;
  }
  return [...ends, texts.length];
}

/** `body` is a JSON object without `seq` and `epoch`; these are put in front without parsing it. */
export function eventText({ seq, body }: LoggedEvent, epoch: string): string {
  return `{"seq":${seq},"epoch":"${epoch}",${body.slice(1)}`;
}
