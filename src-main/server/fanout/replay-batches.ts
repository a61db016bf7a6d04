import type { LoggedEvent } from '../ports.ts';
import { type Batch, type CommitGroup, createCommitGroup, frameChars, mostInFrame } from './commit-group.ts';

/** Frames for readers who are behind: several commits in one, encoded once for all who come back to the same place. */
export interface ReplayBatches {
  /** The frame for who has everything up to `seq`, if it has been made. */
  known(seq: number): Batch | undefined;
  /** Makes it; `group` has the first event after `seq`. */
  after(seq: number, group: CommitGroup): Batch;
}

/** Those of one outage come back to a few places; each frame is at most 64 kB. */
const mostKept = 32;

/** `keptAfter`: the group that has the event after `seq`, if it costs nothing to look. */
export function createReplayBatches(epoch: string, keptAfter: (seq: number) => CommitGroup | undefined): ReplayBatches {
  const known = new Map<number, Batch>();

  /** As many whole commits as go into one frame ([PMP2]). */
  function together(seq: number, first: CommitGroup): Batch {
    const events = [...first.eventsAfter(seq)];
    let bytes = first.bytes;
    for (let last = first; ; ) {
      const next = keptAfter(last.to);
      bytes += next?.bytes ?? 0;
      if (!next || bytes > frameChars || next.to - seq > mostInFrame) break;
      // What is read from the file ends anywhere, also in the middle of the next commit.
      events.push(...next.eventsAfter(last.to));
      last = next;
    }
    return frameOf(seq, events);
  }

  /** Keeps no event that is not in the frame. */
  function frameOf(seq: number, events: readonly LoggedEvent[]): Batch {
    const batch = createCommitGroup(events, epoch).rest(seq);
    const inFrame = batch.upTo - seq;
    return inFrame < events.length ? createCommitGroup(events.slice(0, inFrame), epoch).rest(seq) : batch;
  }

  function keep(seq: number, batch: Batch): void {
    for (const oldest of known.keys()) {
      if (known.size < mostKept) break;
      known.delete(oldest);
    }
    known.set(seq, batch);
  }

  return {
    known: (seq) => known.get(seq),
    after: (seq, group) => {
      const made = together(seq, group);
      keep(seq, made);
      return made;
    },
  };
}
