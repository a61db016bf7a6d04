import type { Cursor } from '#shared/protocol/cursor.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import { createAckSender } from './ack-sender.ts';
import type { Attempt } from './attempt.ts';
import { createFrameReader, type Reading } from './frame-reader.ts';
import { createLateness } from './lateness.ts';
import type { LinkCounts } from './link-counts.ts';
import type { LiveLinkHandlers } from './link-handlers.ts';
import type { Timers } from './timers.ts';

/** What a frame means for the link, when its news have been handed on. */
export type Step =
  | { readonly kind: 'established'; readonly mode: 'replay' | 'snapshot' }
  | { readonly kind: 'live'; readonly provenAtMs: number }
  | { readonly kind: 'proof'; readonly provenAtMs: number }
  | { readonly kind: 'bye'; readonly code: number; readonly retryMs: number }
  /** Frames arrive, but so late that they prove nothing ([FRS2]). */
  | { readonly kind: 'late' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'nothing' };

/** One connection that the screen follows: reads it, hands its news on, confirms them. */
export interface Following {
  take(frame: ServerFrame): Step;
  /** Where to come back to; `undefined` when news could not be taken, so that everything is asked for anew. */
  cursor(): Cursor | undefined;
  stop(): void;
}

type FollowingDeps = {
  readonly timers: Timers;
  readonly attempt: Pick<Attempt, 'heardAtMs' | 'send'>;
  readonly handlers: LiveLinkHandlers;
  readonly counts: LinkCounts;
};

const nothing: Step = { kind: 'nothing' };

export function createFollowing(
  { timers, attempt, handlers, counts }: FollowingDeps,
  resumeAt: Cursor | undefined,
): Following {
  const reader = createFrameReader(resumeAt);
  const acks = createAckSender(timers, attempt.send);
  const lateness = createLateness();
  let attachedAtMs = 0;
  let isLive = false;
  let lateBeats = 0;
  let isSpoilt = false;

  function take(frame: ServerFrame): Step {
    const reading = reader.read(frame);
    try {
      return handOn(reading);
    } catch {
      isSpoilt = true;
      return { kind: 'broken' };
    }
  }

  function handOn(reading: Reading): Step {
    switch (reading.kind) {
      case 'established':
        return established(reading);
      case 'live':
        return live(reading);
      case 'events':
        return events(reading);
      case 'heartbeat':
        return heartbeat(reading);
      case 'seen':
        handlers.seen(reading.seq);
        return nothing;
      case 'ephemeral':
        handlers.ephemeral(reading.frame);
        return nothing;
      case 'broken':
        counts.lost(reading.missing);
        return { kind: 'broken' };
      default:
        return reading;
    }
  }

  function established({ mode, head, serverTimeMs }: Reading & { kind: 'established' }): Step {
    attachedAtMs = attempt.heardAtMs();
    isLive = false;
    handlers.serverTime(serverTimeMs, attachedAtMs, true);
    lateness.established(serverTimeMs, attachedAtMs);
    counts.head(head);
    return { kind: 'established', mode };
  }

  /** Proves what was so when the server began to tell: on a slow network the telling takes its time. */
  function live({ snapshot }: Reading & { kind: 'live' }): Step {
    if (snapshot) handlers.snapshot(snapshot);
    isLive = true;
    shown(0);
    return { kind: 'live', provenAtMs: attachedAtMs };
  }

  function events({ events, repeated }: Reading & { kind: 'events' }): Step {
    counts.repeated(repeated);
    if (events.length > 0) handlers.events(events);
    shown(events.length);
    return proof();
  }

  function heartbeat({ head, seen, serverTimeMs }: Reading & { kind: 'heartbeat' }): Step {
    handlers.serverTime(serverTimeMs, attempt.heardAtMs(), false);
    handlers.seen(seen);
    counts.head(head);
    if (isLive) acks.now(placeSeq());
    lateBeats = lateness.isLate(serverTimeMs, attempt.heardAtMs()) ? lateBeats + 1 : 0;
    // A clock that was set back looks the same; a new connection tells the two apart.
    return lateBeats > 1 ? { kind: 'late' } : proof();
  }

  function shown(events: number): void {
    counts.shown(placeSeq());
    acks.applied(placeSeq(), events);
  }

  const placeSeq = () => reader.cursor()?.seq ?? 0;
  const proof = (): Step => (isLive && lateBeats === 0 ? { kind: 'proof', provenAtMs: attempt.heardAtMs() } : nothing);

  return { take, cursor: () => (isSpoilt ? undefined : reader.cursor()), stop: acks.stop };
}
