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
  readonly attempt: Pick<Attempt, 'askedAtMs' | 'heardAtMs' | 'send'>;
  readonly handlers: LiveLinkHandlers;
  readonly counts: LinkCounts;
  readonly isVisible: () => boolean;
  readonly station?: (() => string | undefined) | undefined;
  /** It takes over from a connection that has delivered meanwhile: what both brought is no fault of anybody. */
  readonly takesOver: boolean;
};

const nothing: Step = { kind: 'nothing' };
/** Older news are not worth being called live. Leaves time for a new connection before the amber line. */
const lateMs = 5000;

export function createFollowing(
  { timers, attempt, handlers, counts, isVisible, station, takesOver }: FollowingDeps,
  resumeAt: Cursor | undefined,
): Following {
  const reader = createFrameReader(resumeAt, takesOver);
  const acks = createAckSender(timers, { send: attempt.send, isVisible, station });
  const lateness = createLateness();
  let attachedAtMs = 0;
  let provenAtMs = Number.NEGATIVE_INFINITY;
  let isLive = false;
  let lateBeats = 0;
  let isSpoilt = false;

  function take(frame: ServerFrame): Step {
    try {
      return handOn(reader.read(frame));
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
    const heardAtMs = attempt.heardAtMs();
    attachedAtMs = attempt.askedAtMs();
    isLive = false;
    handlers.serverTime(serverTimeMs, heardAtMs, true);
    lateness.established(serverTimeMs, attachedAtMs, heardAtMs);
    counts.head(head);
    return { kind: 'established', mode };
  }

  /** Proves what was so when the server was asked: on a slow network the telling takes its time. */
  function live({ snapshot }: Reading & { kind: 'live' }): Step {
    if (snapshot) handlers.snapshot(snapshot);
    isLive = true;
    shown(0);
    provenAtMs = attachedAtMs;
    return { kind: 'live', provenAtMs };
  }

  /** Everything before an event is shown, so that it proves what was so when it happened. */
  function events({ events, repeated }: Reading & { kind: 'events' }): Step {
    counts.repeated(repeated);
    const last = events.at(-1);
    if (!last) return nothing;
    handlers.events(events);
    shown(events.length);
    return proof(Date.parse(last.timestamp));
  }

  function heartbeat({ head, seen, serverTimeMs }: Reading & { kind: 'heartbeat' }): Step {
    const heardAtMs = attempt.heardAtMs();
    handlers.serverTime(serverTimeMs, heardAtMs, false);
    lateness.beat(serverTimeMs, heardAtMs);
    handlers.seen(seen);
    counts.head(head);
    if (isLive) acks.now(placeSeq());
    lateBeats = lateness.underWayMs(serverTimeMs, heardAtMs) > lateMs ? lateBeats + 1 : 0;
    // A clock that was set back looks the same; a new connection tells the two apart.
    if (lateBeats > 1) return { kind: 'late' };
    return head > placeSeq() ? nothing : proof(serverTimeMs);
  }

  /** What is shown is all that there was when the server said it ([FRS1]). */
  function proof(saidMs: number): Step {
    const saidAtMs = lateness.saidAtMs(saidMs, attempt.heardAtMs());
    if (!isLive || !(saidAtMs > provenAtMs)) return nothing;
    provenAtMs = saidAtMs;
    return { kind: 'proof', provenAtMs };
  }

  function shown(events: number): void {
    counts.shown(placeSeq());
    acks.applied(placeSeq(), events);
  }

  const placeSeq = () => reader.cursor()?.seq ?? 0;

  return { take, cursor: () => (isSpoilt ? undefined : reader.cursor()), stop: acks.stop };
}
