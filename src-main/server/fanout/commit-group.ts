import type { LoggedEvent } from '../ports.ts';

/** Events that became true together, encoded once for all screens. */
export type CommitGroup = {
  readonly from: number;
  readonly to: number;
  /** Characters of all events: what keeping the group costs, about. */
  readonly bytes: number;
  /** One frame for each event, for bare clients. */
  frame(seq: number): Buffer;
  /** All events after `seq` as one frame, for clients that said `batch=1`. */
  batch(afterSeq: number): Buffer;
};

export function createCommitGroup(events: readonly LoggedEvent[], epoch: string): CommitGroup {
  const from = events[0]?.seq ?? 0;
  const to = events.at(-1)?.seq ?? 0;
  const texts = events.map((event) => frameText(event, epoch));
  const frames: (Buffer | undefined)[] = [];
  let whole: Buffer | undefined;

  return {
    from,
    to,
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    frame: (seq) => {
      const index = seq - from;
      frames[index] ??= Buffer.from(texts[index] ?? '');
      return frames[index];
    },
    batch: (afterSeq) => {
      if (afterSeq >= from) return batchFrame(texts.slice(afterSeq + 1 - from), afterSeq + 1, to);
      whole ??= batchFrame(texts, from, to);
      return whole;
    },
  };
}

/** `body` is a JSON object without `seq` and `epoch`; these are put in front without parsing it. */
function frameText({ seq, body }: LoggedEvent, epoch: string): string {
  return `{"seq":${seq},"epoch":"${epoch}",${body.slice(1)}`;
}

function batchFrame(texts: readonly string[], from: number, to: number): Buffer {
  return Buffer.from(`{"type":"events","from":${from},"to":${to},"events":[${texts.join(',')}]}`);
}
