import type { Logger } from 'pino';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { type Bye, type ConnectionEstablished, type Heartbeat, PROTOCOL_VERSION } from '#shared/protocol/frames.ts';
import type { Transport } from '#shared/protocol/screen-report.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { Followed } from '../fanout/attach.ts';
import { createFrame, type Frame } from '../fanout/frame.ts';
import type { Attachment, LiveFeed } from '../fanout/live-feed.ts';
import { mostBufferedBytes, type Pump, type PumpStart, type Sink } from '../fanout/pump.ts';
import type { Caller, Clock } from '../ports.ts';
import type { BoardSight } from '../printing/station-sights.ts';
import { failedRetryMs } from './retry-times.ts';
import type { StreamQuery } from './stream-query.ts';
import type { Member, MemberAbout, MemberStatistics } from './stream-registry.ts';

export const heartbeatMs = 5000;
/**
 * Heartbeats without a sign of life of somebody who owes one: the link is dead, whatever TCP thinks ([HBT2], [ACK2]).
 * Counted, not timed: a computer that slept for an hour must not cut all its screens when it wakes.
 */
export const mostSilentBeats = 3;
/** Heartbeats without progress while something is owed: a reader so slow would only grow old ([SLO1]). */
const mostStalledBeats = 2;
/**
 * The same where nothing comes back: a full kernel takes more only when a good part of what it holds has been read,
 * which are some hundred kilobytes, and on a slow network half a minute.
 */
const mostStalledBeatsUnheard = 6;
/**
 * A screen that has not answered a goodbye by then is gone already. Whoever is let in no more is not waited for so long:
 * all of theirs is to be over a second after their session ([AUT2]), half of which may pass before that is noticed.
 */
export const goodbyeMs = (code: number): number => (unwelcome.has(code) ? 300 : 1000);
const unwelcome: ReadonlySet<number> = new Set([closeCodes.notAuthenticated, closeCodes.notAllowed]);

/** The connection under a stream: WebSocket or server-sent events. */
export interface Wire extends Omit<Sink, 'fail'> {
  readonly transport: Transport;
  isOpen(): boolean;
  /** Changes with every sign that the reader itself has come further, beside what it confirms ([SLO1]). */
  signs(): number;
  /** Last words, then the end; does not wait for an answer for long. */
  end(bye: Frame, code: number, reason: string, retryMs: number): void;
}

export type Following = {
  readonly caller: Caller;
  readonly followed: Followed;
  readonly query: StreamQuery;
  readonly feed: LiveFeed;
};

/** Somebody who is kept up to date, over whatever connection. */
export interface Stream extends Omit<Member, 'statistics'> {
  /** Tells time and place, and ends a stream whose reader has stopped reading. */
  beat(): void;
  heartbeat(): void;
  /** Ends a stream whose reader has stopped reading. */
  giveUp(): void;
  statistics(): Omit<MemberStatistics, 'lastSeenMs'>;
  /** The connection is gone. */
  leave(): void;
}

export type StreamDeps = {
  readonly clock: Clock;
  readonly log: Logger;
  /** Told once when a reader was given up because it was too slow. */
  readonly onSlow: () => void;
  /** A board has confirmed what it shows; nobody asks where nothing is printed ([PRT6]). */
  readonly onBoard?: ((sight: BoardSight) => void) | undefined;
};

/** Everything from reading the head to joining the pumps happens in this one turn of the event loop ([ATT1]). */
export function openStream(wire: Wire, following: Following, { clock, log, onSlow, onBoard }: StreamDeps): Stream {
  const { feed, query, followed } = following;
  const { lastEventId, batch, acks } = query;
  const attachment = feed.attach({ followed, lastEventId, batch: batch || wire.transport === 'sse', acks });
  const place = placeOf(attachment);
  // A connection that takes nothing is told nothing more; what it misses of the log the pump keeps for it.
  const takesMore = () => wire.isOpen() && wire.bufferedBytes() < mostBufferedBytes;
  send(established(following, attachment, clock));
  const pump = feed.follow(endingWire(), attachment);
  const isHeard = acks || wire.transport === 'websocket';
  let stalledBeats = 0;
  let owedBefore = false;
  let progressBefore = 0;

  /** The last event of an order is the last thing that its stream says ([SSE2]). */
  function endingWire(): Sink {
    return {
      bufferedBytes: () => (wire.isOpen() ? wire.bufferedBytes() : Number.POSITIVE_INFINITY),
      takenBytes: wire.takenBytes,
      send: (frame, done) => {
        wire.send(frame, done);
        if (place.scope) queueMicrotask(() => pump.isOver() && close(closeCodes.finished, 'the order is closed', 0));
      },
      fail: (error) => {
        log.error({ err: error }, 'the log could not be read for a screen; it is asked to come back');
        close(closeCodes.restarting, 'something went wrong in the kitchen computer', failedRetryMs());
      },
    };
  }

  function send(frame: ConnectionEstablished | Heartbeat): void {
    if (takesMore()) wire.send(createFrame(JSON.stringify(frame)), nothing);
  }

  /** A part has numbers of its own ([SCO1]), and what boards have seen is said in those of the log. */
  function toldPlace(): Pick<Heartbeat, 'head' | 'sent' | 'seen'> {
    const { scope } = place;
    if (!scope) return { head: feed.head(), sent: pump.sent(), seen: feed.seen() };
    return { head: scope.at(), sent: pump.sent() === 0 ? 0 : scope.at(), seen: 0 };
  }

  function heartbeat(): void {
    send({ type: 'heartbeat', ...toldPlace(), server_time: toIso(clock.nowMs()) });
  }

  function close(code: number, reason: string, retryMs: number): void {
    const bye: Bye = { type: 'bye', code, reason, retry_ms: retryMs };
    if (wire.isOpen()) wire.end(createFrame(JSON.stringify(bye)), code, reason, retryMs);
  }

  /** Counted, not timed: a computer that slept must not blame its screens. */
  function isStalled(): boolean {
    const owes = pump.owes();
    const progress = pump.progress() + wire.signs();
    const stuck = owes && owedBefore && progress === progressBefore;
    stalledBeats = stuck ? stalledBeats + 1 : 0;
    owedBefore = owes;
    progressBefore = progress;
    return stalledBeats >= (isHeard ? mostStalledBeats : mostStalledBeatsUnheard);
  }

  function giveUp(): void {
    onSlow();
    close(closeCodes.tooSlow, 'too slow: nothing was taken for too long', 0);
  }

  function beat(): void {
    if (!wire.isOpen()) return;
    pump.run();
    if (isStalled()) giveUp();
    else heartbeat();
  }

  pump.run();
  return {
    about: aboutOf(wire, following),
    beat,
    heartbeat,
    giveUp,
    confirm: (seq, isVisible, station) => {
      pump.confirm(seq);
      if (!isVisible || !isBoard(following)) return;
      // Until it is live, a board shows what it had before, whatever its place in the log.
      const shown = Math.min(seq, pump.sent());
      feed.boardShows(shown);
      onBoard?.({ restaurantId: following.caller.restaurantId, station, isCurrent: shown >= feed.head() });
    },
    whisper: pump.whisper,
    statistics: () => statisticsOf(place, pump, feed, wire),
    leave: () => feed.leave(pump),
    close,
  };
}

/** Guests may follow their own order; a page of theirs must not tell the floor that the kitchen has seen it ([SEE1]). */
function isBoard({ followed, query: { screen, acks } }: Following): boolean {
  return screen === 'board' && acks && followed.kind === 'everything';
}

function aboutOf({ transport }: Wire, { caller, query: { tab, screen }, followed }: Following): MemberAbout {
  return { caller, transport, tab, screen, isWhole: followed.kind === 'everything' };
}

/** What is remembered of an attachment; the snapshot in it is let go of when it has been sent. */
type Place = {
  readonly mode: Attachment['mode'];
  readonly from: number;
  readonly acks: boolean;
  readonly scope: PumpStart['scope'];
};

function placeOf({ mode, start: { cursor, acks, scope } }: Attachment): Place {
  return { mode, from: cursor, acks, scope };
}

function statisticsOf(
  { mode, from, acks }: Place,
  pump: Pump,
  feed: LiveFeed,
  wire: Wire,
): ReturnType<Stream['statistics']> {
  const acked = acks ? pump.confirmed() : pump.sent();
  const place = pump.sent() === 0 ? from : acked;
  return { mode, sent: pump.sent(), acked, behind: feed.head() - place, bufferedBytes: wire.bufferedBytes() };
}

function established({ caller, feed }: Following, { mode, start }: Attachment, clock: Clock): ConnectionEstablished {
  return {
    type: 'connection_established',
    protocol: PROTOCOL_VERSION,
    restaurant_id: caller.restaurantId,
    epoch: feed.epoch,
    head: start.scope?.at() ?? feed.head(),
    mode,
    server_time: toIso(clock.nowMs()),
    heartbeat_ms: heartbeatMs,
    message: mode === 'replay' ? 'Events since your last one follow.' : 'All that is open follows.',
  };
}

function nothing(): void {
  // Whether a heartbeat arrives is known by what comes back.
}
