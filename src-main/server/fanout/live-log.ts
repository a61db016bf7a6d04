import type { LoggedEvent } from '../ports.ts';
import { type CommitGroup, createCommitGroup } from './commit-group.ts';

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
}

const mostEvents = 2000;
const readAtOnce = 100;

export function createLiveLog({ epoch, head, eventsAfter }: LiveLogDeps): LiveLog {
  const groups: CommitGroup[] = [];
  let newest = head;

  function forgetOldest(): void {
    while (groups[0] && newest - groups[0].to >= mostEvents) groups.shift();
  }

  return {
    epoch,
    head: () => newest,
    append: (events) => {
      const group = createCommitGroup(events, epoch);
      groups.push(group);
      newest = group.to;
      forgetOldest();
    },
    groupAfter: (seq) => {
      if (seq >= newest) return undefined;
      return find(groups, seq + 1) ?? createCommitGroup(eventsAfter(seq, readAtOnce), epoch);
    },
  };
}

/** Readers are nearly always at the newest group. */
function find(groups: readonly CommitGroup[], seq: number): CommitGroup | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group && group.from <= seq) return group.to >= seq ? group : undefined;
  }
  return undefined;
}
