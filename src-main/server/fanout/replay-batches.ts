import { type Batch, type CommitGroup, createCommitGroup, frameChars, mostInFrame } from './commit-group.ts';

/** Frames for readers who are behind: several commits in one, encoded once for all who come back to the same place. */
export interface ReplayBatches {
  /** The events after `seq`; `group` has the first of them. */
  after(seq: number, group: CommitGroup): Batch;
}

/** Those of one outage come back to a few places; each frame is at most 64 kB. */
const mostKept = 32;

/** `keptAfter`: the group that has the event after `seq`, if it costs nothing to look. */
export function createReplayBatches(epoch: string, keptAfter: (seq: number) => CommitGroup | undefined): ReplayBatches {
  const known = new Map<number, Batch>();

  /** As many whole commits as go into one frame ([PMP2]). */
  function together(seq: number, first: CommitGroup): Batch {
    const groups = [first];
    let bytes = first.bytes;
    for (let last = first; ; ) {
      const next = keptAfter(last.to);
      bytes += next?.bytes ?? 0;
      if (!next || bytes > frameChars || next.to - seq > mostInFrame) break;
      groups.push(next);
      last = next;
    }
    const events = groups.flatMap((group) => group.eventsAfter(seq));
    return createCommitGroup(events, epoch).rest(seq);
  }

  function keep(seq: number, batch: Batch): void {
    for (const oldest of known.keys()) {
      if (known.size < mostKept) break;
      known.delete(oldest);
    }
    known.set(seq, batch);
  }

  return {
    after: (seq, group) => {
      const made = known.get(seq) ?? together(seq, group);
      if (!known.has(seq)) keep(seq, made);
      return made;
    },
  };
}
