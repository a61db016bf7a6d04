import { formatCursor } from '#shared/protocol/cursor.ts';
import type { CommitGroup } from './commit-group.ts';
import type { LiveLog } from './live-log.ts';

/** Where frames go: one connection of whatever kind. */
export interface Sink {
  /** Bytes accepted but not yet taken by the network. */
  bufferedBytes(): number;
  /** `done` is called when the network has taken the frame, or never will. */
  send(frame: Buffer, done: () => void): void;
}

export type PumpStart = {
  /** Has everything up to and with this event. */
  readonly cursor: number;
  /** Frames before the first event: parts of a snapshot. */
  readonly prelude: readonly Buffer[];
  /** One frame for all events of a commit. */
  readonly batch: boolean;
};

/** One reader's place in the log. It is pulled forward, never pushed to, so that its memory is bounded ([PMP1]). */
export interface Pump {
  /** Sends what there is, as far as the connection takes it. Cheap when there is nothing. */
  run(): void;
  /** `seq` of the newest event put on the connection; 0 until it is live, when nothing is owed yet ([HBT1]). */
  sent(): number;
}

const mostBufferedBytes = 256 * 1024;

export function createPump(log: LiveLog, sink: Sink, start: PumpStart): Pump {
  const liveAt = log.head();
  let cursor = start.cursor;
  let preludeSent = 0;
  let live = false;
  let group: CommitGroup | undefined;

  function next(): Buffer | undefined {
    const part = start.prelude[preludeSent];
    if (part) {
      preludeSent++;
      return part;
    }
    if (!live && cursor >= liveAt) {
      live = true;
      return liveFrame(log.epoch, cursor);
    }
    return nextEvents();
  }

  function nextEvents(): Buffer | undefined {
    if (!group || group.to <= cursor) group = log.groupAfter(cursor);
    if (!group) return undefined;
    const after = cursor;
    cursor = start.batch ? group.to : cursor + 1;
    return start.batch ? group.batch(after) : group.frame(cursor);
  }

  function run(): void {
    while (sink.bufferedBytes() < mostBufferedBytes) {
      const frame = next();
      if (!frame) return;
      sink.send(frame, onTaken);
    }
  }

  /** Only a connection that was held back has more waiting than its next wake-up brings. */
  function onTaken(): void {
    if (!live || cursor < log.head()) run();
  }

  return { run, sent: () => (live ? cursor : 0) };
}

function liveFrame(epoch: string, seq: number): Buffer {
  return Buffer.from(JSON.stringify({ type: 'live', seq, epoch, cursor: formatCursor({ epoch, seq }) }));
}
