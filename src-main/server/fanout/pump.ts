import { formatCursor } from '#shared/protocol/cursor.ts';
import type { LoggedEvent } from '../ports.ts';
import type { CommitGroup } from './commit-group.ts';
import { createFrame, type Frame } from './frame.ts';
import type { LiveLog } from './live-log.ts';

/** Where frames go: one connection of whatever kind. */
export interface Sink {
  /** Bytes accepted but not yet taken by the network. */
  bufferedBytes(): number;
  /** Bytes that the network has taken, of the frame under way too: whole frames say nothing for too long. */
  takenBytes(): number;
  /** `done` is called when the network has taken the frame, or never will. */
  send(frame: Frame, done: () => void): void;
  /** What comes next could not be read: this reader must come back, and no other is touched. */
  fail(error: unknown): void;
}

/** The part of the log that a stream of one order, one person or the menu carries ([SCO1]). */
export type Scope = {
  /** The event as it is told there; `undefined` for one that is of no concern. */
  take(event: LoggedEvent): Frame | undefined;
  /** Its number there, of what was taken last: how much else happens in the restaurant is nobody's business. */
  at(): number;
  /** Whether nothing can follow what was taken last, or the snapshot: the order is closed ([SSE2]). */
  hasEnded(): boolean;
};

export type PumpStart = {
  /** Has everything up to and with this event. */
  readonly cursor: number;
  /** Frames before the first event: parts of a snapshot. */
  readonly prelude: readonly Frame[];
  /** One frame for all events of a commit, and for several commits while the reader is behind. */
  readonly batch: boolean;
  /** The reader confirms what it has applied, and is owed no more than a window of it ([ACK1]). */
  readonly acks: boolean;
  /** `undefined`: the whole log. */
  readonly scope: Scope | undefined;
};

/** One reader's place in the log. It is pulled forward, never pushed to, so that its memory is bounded ([PMP1]). */
export interface Pump {
  /** Sends what there is, as far as the connection takes it. Cheap when there is nothing. */
  run(): void;
  /** `seq` of the newest event put on the connection; 0 until it is live, when nothing is owed yet ([HBT1]). */
  sent(): number;
  /** The reader has applied everything up to `seq`. */
  confirm(seq: number): void;
  confirmed(): number;
  /** Something that is not in the log; not for readers who are catching up or held back, and not kept for them ([EPH1]). */
  whisper(frame: Frame): void;
  /** Whether the reader has yet to take something. */
  owes(): boolean;
  /** Changes whenever the reader has taken or confirmed something ([SLO1]). */
  progress(): number;
  /** The scope's last event has been sent: the stream is over. */
  isOver(): boolean;
}

/** Of one connection; more is not told to it until the network has taken some ([PMP1]). */
export const mostBufferedBytes = 256 * 1024;
/** Covers the megabytes that kernels hide between us and a reader who has stopped reading. */
const mostUnconfirmed = 256;

/** `liveAt`: head when the reader attached; with it the reader is up to date, whatever has been committed since ([ATT1]). */
export function createPump(log: LiveLog, sink: Sink, start: PumpStart, liveAt = log.head()): Pump {
  const { batch, acks, scope } = start;
  let prelude = start.prelude;
  let cursor = start.cursor;
  let confirmed = start.cursor;
  let preludeSent = 0;
  let live = false;
  let over = false;
  let group: CommitGroup | undefined;

  const fits = (upTo: number) => !acks || upTo - confirmed <= mostUnconfirmed;

  function next(): Frame | undefined {
    const part = prelude[preludeSent];
    if (part) {
      preludeSent++;
      return part;
    }
    if (!live && cursor >= liveAt) {
      live = true;
      // Each snapshot is another one: five hundred screens must not keep five hundred of them.
      prelude = [];
      over = scope?.hasEnded() ?? false;
      return liveFrame(log.epoch, scope?.at() ?? cursor);
    }
    return scope ? nextInScope(scope) : nextEvents();
  }

  function nextEvents(): Frame | undefined {
    if (!fits(cursor + 1)) return undefined;
    if (batch) return nextBatch();
    if (!group || group.to <= cursor) group = log.groupAfter(cursor);
    return group?.one(++cursor);
  }

  /** Waits for the whole of it: cut to what is left of each reader's window, it would be encoded for each. */
  function nextBatch(): Frame | undefined {
    const made = log.batchAfter(cursor);
    if (!made || !fits(made.upTo)) return undefined;
    cursor = made.upTo;
    return made.frame;
  }

  function nextInScope({ take, hasEnded }: Scope): Frame | undefined {
    while (!over) {
      if (!group || group.to <= cursor) group = log.groupAfter(cursor);
      if (!group) return undefined;
      cursor++;
      const event = group.event(cursor);
      const frame = event && take(event);
      if (!frame) continue;
      over = hasEnded();
      return frame;
    }
    return undefined;
  }

  function run(): void {
    try {
      sendOn();
    } catch (error) {
      sink.fail(error);
    }
  }

  function sendOn(): void {
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

  return {
    run,
    sent: () => (live ? cursor : 0),
    confirm: (seq) => {
      confirmed = Math.max(confirmed, Math.min(seq, cursor));
      if (cursor < log.head()) run();
    },
    confirmed: () => confirmed,
    whisper: (frame) => {
      if (live && !over && sink.bufferedBytes() < mostBufferedBytes) sink.send(frame, () => undefined);
    },
    owes: () => !live || cursor < log.head() || (acks ? confirmed < cursor : sink.bufferedBytes() > 0),
    progress: () => (acks && live ? confirmed : sink.takenBytes()),
    isOver: () => over,
  };
}

function liveFrame(epoch: string, seq: number): Frame {
  const cursor = formatCursor({ epoch, seq });
  return createFrame(JSON.stringify({ type: 'live', seq, epoch, cursor }), cursor);
}
