import { closeCodes, isFinalClose } from '#shared/protocol/close-codes.ts';
import { type Cursor, formatCursor } from '#shared/protocol/cursor.ts';
import { parseServerFrame, type WireEvent } from '#shared/protocol/frames.ts';
import { backoffMs } from './backoff.ts';
import { createFrameReader, type FrameReader, type Reading, type Snapshot } from './frame-reader.ts';
import type { LinkState } from './link-state.ts';
import type { Timers } from './timers.ts';

/** A connection under way. `close` may be called at any time; nothing is awaited from it. */
export interface LinkSocket {
  close(): void;
}

export type SocketEvents = { message(text: string): void; closed(code: number): void };

export type LiveLinkDeps = Timers & {
  /** `cursor` goes into `last_event_id`. */
  openSocket(cursor: string | undefined, events: SocketEvents): LinkSocket;
};

export type LiveLinkHandlers = {
  stateChanged(state: LinkState): void;
  /** Replaces everything. */
  snapshot(snapshot: Snapshot): void;
  events(events: readonly WireEvent[]): void;
  /** What is shown was proven to be all there is, at this moment of the steady clock. */
  proof(atMs: number): void;
  serverTime(serverMs: number, receivedAtMs: number, fresh: boolean): void;
};

/** The live stream of a restaurant, kept up for as long as the page wants it ([LNK1]). */
export interface LiveLink {
  start(): void;
  /** Forgets the place in the log too: the next start brings everything anew. */
  stop(): void;
  /** The device woke up, came online or was looked at: do not trust a link that has been quiet. */
  wake(): void;
}

/** The server says something every 5 s; nothing for so long is a dead link, whatever TCP thinks ([LNK4]). */
const silenceMs = 12_000;
const doubtfulMs = 6000;
/** A link that falls at once again and again must not be taken for a good one ([LNK5]). */
const provenMs = 10_000;

export function createLiveLink(deps: LiveLinkDeps, handlers: LiveLinkHandlers): LiveLink {
  let state: LinkState = { phase: 'idle' };
  let generation = 0;
  let failures = 0;
  let leastWaitMs = 0;
  let cursor: Cursor | undefined;
  let lastFrameAtMs = 0;
  let socket: LinkSocket | undefined;
  let reader: FrameReader | undefined;
  let cancelSilence = nothing;
  let cancelProven = nothing;
  let cancelRetry = nothing;

  function enter(next: LinkState): void {
    state = next;
    handlers.stateChanged(next);
  }

  /** From here on, nothing that the old connection says counts ([LNK2]). */
  function abandon(): void {
    generation++;
    for (const cancel of [cancelSilence, cancelProven, cancelRetry]) cancel();
    socket?.close();
    socket = undefined;
    reader = undefined;
  }

  function connect(): void {
    abandon();
    const mine = generation;
    leastWaitMs = 0;
    reader = createFrameReader(cursor);
    enter({ phase: 'connecting', failures });
    heard();
    socket = deps.openSocket(cursor && formatCursor(cursor), {
      message: (text) => {
        if (mine === generation) message(text);
      },
      closed: (code) => {
        if (mine === generation) closed(code);
      },
    });
  }

  function heard(): void {
    lastFrameAtMs = deps.nowMs();
    cancelSilence();
    cancelSilence = deps.after(silenceMs, () => {
      failures++;
      connect();
    });
  }

  function message(text: string): void {
    heard();
    const frame = parseServerFrame(text);
    if (!frame || !reader) {
      retry();
      return;
    }
    const reading = reader.read(frame);
    cursor = reader.cursor();
    try {
      take(reading);
    } catch {
      // What could not be taken must not count as seen: everything anew, and amber until then.
      cursor = undefined;
      retry();
    }
  }

  function take(reading: Reading): void {
    if (reading.kind === 'established') {
      handlers.serverTime(reading.serverTimeMs, lastFrameAtMs, true);
      enter({ phase: 'catching-up', mode: reading.mode });
    } else if (reading.kind === 'live') {
      live(reading.snapshot);
    } else if (reading.kind === 'events') {
      if (reading.events.length > 0) handlers.events(reading.events);
      prove();
    } else if (reading.kind === 'heartbeat') {
      handlers.serverTime(reading.serverTimeMs, lastFrameAtMs, false);
      prove();
    } else if (reading.kind === 'bye') {
      leastWaitMs = reading.retryMs;
    } else if (reading.kind === 'broken') {
      retry();
    }
  }

  function live(snapshot: Snapshot | undefined): void {
    if (snapshot) handlers.snapshot(snapshot);
    enter({ phase: 'live' });
    prove();
    cancelProven = deps.after(provenMs, () => {
      failures = 0;
    });
  }

  function prove(): void {
    if (state.phase === 'live') handlers.proof(lastFrameAtMs);
  }

  function closed(code: number): void {
    if (!isFinalClose(code)) {
      retry();
      return;
    }
    abandon();
    enter(code === closeCodes.notAuthenticated ? { phase: 'signed-out' } : { phase: 'stopped', code });
  }

  function retry(): void {
    const atLeastMs = leastWaitMs;
    abandon();
    failures++;
    const waitMs = Math.max(atLeastMs, backoffMs(failures, deps.random()));
    enter({ phase: 'waiting', failures, retryAtMs: deps.nowMs() + waitMs });
    cancelRetry = deps.after(waitMs, connect);
  }

  function wake(): void {
    if (state.phase === 'idle' || state.phase === 'signed-out' || state.phase === 'stopped') return;
    if (state.phase === 'waiting' || deps.nowMs() - lastFrameAtMs > doubtfulMs) connect();
  }

  function stop(): void {
    abandon();
    cursor = undefined;
    failures = 0;
    enter({ phase: 'idle' });
  }

  return { start: connect, stop, wake };
}

function nothing(): void {
  // Stands for a timer that is not set.
}
