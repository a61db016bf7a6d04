import { type Cursor, formatCursor } from '#shared/protocol/cursor.ts';
import { parseServerFrame, type ServerFrame } from '#shared/protocol/frames.ts';
import type { Timers } from './timers.ts';
import type { LinkConnection, OpenConnection, Path, Transport } from './transport.ts';

/** How a connection came to its end. */
export type End =
  | { readonly kind: 'closed'; readonly code: number }
  /** Not one frame in 4 s: a black hole, an upgrade that hangs, a proxy that buffers ([LNK8]). */
  | { readonly kind: 'hung' }
  /** Catching up stood still for 10 s ([LNK8]). */
  | { readonly kind: 'stuck' }
  /** Live, and nothing for 12 s: dead, whatever TCP thinks ([LNK4]). */
  | { readonly kind: 'silent' }
  /** What came was no frame, or did not fit to what came before. */
  | { readonly kind: 'mismatch' };

/** One connection and its limits of time. After its end, or after `drop`, nothing of it is heard any more ([LNK2]). */
export interface Attempt {
  readonly transport: Transport;
  readonly startedAtMs: number;
  readonly isSeeking: boolean;
  /** The kitchen has said its last first word after that, however long it was under way ([FRS2]). */
  askedAtMs(): number;
  /** Last sign of life, its start before the first. */
  heardAtMs(): number;
  wasLive(): boolean;
  path(): Path;
  send(text: string): void;
  drop(): void;
}

export type AttemptEvents = {
  frame(attempt: Attempt, frame: ServerFrame): void;
  ended(attempt: Attempt, end: End): void;
  pace(attempt: Attempt): void;
};

type Stage = 'hung' | 'stuck' | 'silent';
const limitsMs: Readonly<Record<Stage, number>> = { hung: 4000, stuck: 10_000, silent: 12_000 };

type Opening = {
  readonly open: OpenConnection;
  readonly transport: Transport;
  readonly cursor: Cursor | undefined;
  /** It goes on until it finds something, and knows itself when to give up. */
  readonly isSeeking?: boolean;
};

export function createAttempt(timers: Timers, opening: Opening, events: AttemptEvents): Attempt {
  const { open, transport, cursor, isSeeking = false } = opening;
  const startedAtMs = timers.nowMs();
  let askedAtMs = startedAtMs;
  let heardAtMs = startedAtMs;
  let stage: Stage = 'hung';
  let dueAtMs = Number.POSITIVE_INFINITY;
  let cancelLimit: () => void = () => undefined;
  let path: Path = transport === 'polling' ? 'long-poll' : transport;
  let isGone = false;
  let connection: LinkConnection | undefined;

  function limit(next: Stage): void {
    stage = next;
    dueAtMs = timers.nowMs() + limitsMs[next];
    cancelLimit();
    cancelLimit = timers.after(limitsMs[next], () => end({ kind: next }));
  }

  function message(text: string): void {
    if (isGone) return;
    const frame = parseServerFrame(text);
    // Timers stand still in a device that sleeps; frames of before the sleep come first and prove nothing.
    if (timers.nowMs() > dueAtMs) end({ kind: stage });
    else if (!frame) end({ kind: 'mismatch' });
    else take(frame);
  }

  function take(frame: ServerFrame): void {
    heardAtMs = timers.nowMs();
    if (dueAtMs === Number.POSITIVE_INFINITY) limit('hung');
    progress(frame);
    events.frame(attempt, frame);
  }

  /** Of an answer that is still under way: life, and as good as a first frame. */
  function pieceCame(): void {
    if (isGone) return;
    heardAtMs = timers.nowMs();
    limit(stage === 'hung' ? 'stuck' : stage);
  }

  /** Heartbeats are life, but no progress in catching up. */
  function progress({ type }: ServerFrame): void {
    if (type === 'live') limit('silent');
    else if (type === 'connection_established' || (stage === 'stuck' && type !== 'heartbeat')) limit('stuck');
    else if (stage === 'silent') limit('silent');
  }

  function end(how: End): void {
    if (isGone) return;
    drop();
    events.ended(attempt, how);
  }

  function drop(): void {
    isGone = true;
    cancelLimit();
    connection?.close();
  }

  const attempt: Attempt = {
    transport,
    startedAtMs,
    isSeeking,
    askedAtMs: () => askedAtMs,
    heardAtMs: () => heardAtMs,
    wasLive: () => stage === 'silent',
    path: () => path,
    send: (text) => {
      if (!isGone) connection?.send(text);
    },
    drop,
  };
  if (!isSeeking) limit('hung');
  connection = open(transport, cursor && formatCursor(cursor), {
    message,
    asked: (atMs) => {
      askedAtMs = atMs;
    },
    closed: (code) => end({ kind: 'closed', code }),
    heard: pieceCame,
    pace: (next) => {
      path = next;
      if (!isGone) events.pace(attempt);
    },
  });
  if (isGone) connection.close();
  return attempt;
}
