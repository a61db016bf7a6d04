import type { LoggedEvent } from '../ports.ts';
import { type Batch, type CommitGroup, createCommitGroup } from './commit-group.ts';
import { createReplayBatches } from './replay-batches.ts';

export type LiveLogDeps = {
  readonly epoch: string;
  /** `seq` of the newest stored event. */
  readonly head: number;
  /** Older events than the memory keeps, from the database. */
  readonly eventsAfter: (seq: number, limit: number) => readonly LoggedEvent[];
};

/** The newest part of one restaurant's log, ready to be sent; what is older is read again. */
export interface LiveLog {
  readonly epoch: string;
  head(): number;
  append(events: readonly LoggedEvent[]): void;
  /** The group that has the event after `seq`; `undefined` at the head. */
  groupAfter(seq: number): CommitGroup | undefined;
  /** The next frame for who has everything up to `seq`: of the newest commit, or of as many older ones as it holds. */
  batchAfter(seq: number): Batch | undefined;
}

const mostEvents = 2000;
/** Large orders must not make a large server. */
const mostBytes = 16 * 1024 * 1024;
const readAtOnce = 100;

export function createLiveLog({ epoch, head, eventsAfter }: LiveLogDeps): LiveLog {
  const groups: CommitGroup[] = [];
  const replays = createReplayBatches(epoch, (seq) => find(groups, seq + 1));
  let newest = head;
  let bytes = 0;

  function forgetOldest(): void {
    while (groups[0] && (newest - groups[0].to >= mostEvents || bytes > mostBytes)) {
      bytes -= groups[0].bytes;
      groups.shift();
    }
  }

  /** A log with a hole must not look like its end: whoever waits for what is not there would wait for ever. */
  function readGroup(seq: number): CommitGroup {
    const group = createCommitGroup(eventsAfter(seq, readAtOnce), epoch);
    if (group.from !== seq + 1) throw new Error(`the log has no event ${seq + 1}, its head is ${newest}`);
    return group;
  }

  function groupAfter(seq: number): CommitGroup | undefined {
    if (seq >= newest) return undefined;
    return find(groups, seq + 1) ?? readGroup(seq);
  }

  return {
    epoch,
    head: () => newest,
    append: (events) => {
      const group = createCommitGroup(events, epoch);
      groups.push(group);
      bytes += group.bytes;
      newest = group.to;
      forgetOldest();
    },
    groupAfter,
    batchAfter: (seq) => {
      const known = replays.known(seq);
      if (known) return known;
      const group = groupAfter(seq);
      if (!group) return undefined;
      return group.to < newest ? replays.after(seq, group) : group.rest(seq);
    },
  };
}

/** The first group that ends at `seq` or later, if it is kept; they lie in order and without gaps. */
function find(groups: readonly CommitGroup[], seq: number): CommitGroup | undefined {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((groups[middle]?.to ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  const found = groups[low];
  return found && found.from <= seq ? found : undefined;
}
