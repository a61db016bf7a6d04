import { parseCursor } from '#shared/protocol/cursor.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { CatchUp } from '../fanout/catch-up.ts';
import type { Polled } from '../fanout/order-news.ts';
import type { Caller } from '../ports.ts';
import type { LiveStreams } from './live-streams.ts';
import type { Member } from './stream-registry.ts';

export type PollRequest = {
  readonly caller: Caller;
  readonly feed: Polled;
  readonly lastEventId: string | undefined;
  readonly tab: string | undefined;
  readonly screen: string | undefined;
  /** Whose work alone a board shows ([PRT6]). */
  readonly station?: string | undefined;
  /** The whole log, not a part of it. */
  readonly isWhole: boolean;
  readonly waitMs: number;
  /** Called when the asker has gone; the answer takes the call back. */
  readonly onGone: (listener: () => void) => void;
  /** Has gone already: `onGone` would never be called. */
  readonly isGone: boolean;
};

/** JSON text of a `SyncAnswer`; `signed-out` when the session ended while it was held. */
export type PollAnswer = string | 'signed-out';

/**
 * A poll that is answered as soon as there is something to say ([POL1]). Looking at the log and joining those who are
 * told of commits happen in one turn, so that nothing falls between them ([ATT1]).
 */
export function holdPoll(request: PollRequest, streams: LiveStreams): Promise<PollAnswer> {
  const { feed, lastEventId, screen, waitMs, onGone, isGone } = request;
  // Who asks for what comes after an event shows that event.
  if (screen === 'board') feed.boardHas(lastEventId);
  const tell = () => tellOfBoard(request, streams);
  tell();
  const first = feed.catchUp(lastEventId, mostCharsFor(request));
  if (first.isNews || waitMs === 0 || isGone) return Promise.resolve(answerText(first, request, streams));
  return new Promise((resolve, reject) => {
    const sinceMs = streams.clock.nowMs();
    let isHeld = true;
    const finish = () => {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(timer);
      clearInterval(standing);
      stopListening();
      streams.registry.leave(member);
      try {
        resolve(answerNow(request, streams));
      } catch (error) {
        reject(error);
      }
    };
    const member = memberOf(request, sinceMs, finish);
    const timer = setTimeout(finish, waitMs);
    const standing = setInterval(tell, toldEveryMs);
    const stopListening = feed.onCommit(finish);
    onGone(finish);
    streams.registry.join(member, sinceMs);
  });
}

/** As often as one that follows by WebSocket answers a heartbeat. */
const toldEveryMs = 5000;

/** A board that waits for what is next shows all that was before ([PRT6]). */
function tellOfBoard({ caller, screen, station, isWhole, lastEventId, feed }: PollRequest, streams: LiveStreams): void {
  const cursor = parseCursor(lastEventId);
  if (screen !== 'board' || !isWhole || cursor?.epoch !== feed.epoch) return;
  streams.onBoard?.({ restaurantId: caller.restaurantId, station, isCurrent: cursor.seq >= feed.head() });
}

function answerNow(request: PollRequest, streams: LiveStreams): PollAnswer {
  const { caller, feed, lastEventId } = request;
  if (!streams.sessions.isGood(caller.jti)) return 'signed-out';
  return answerText(feed.catchUp(lastEventId, mostCharsFor(request)), request, streams);
}

/**
 * A cheap access point keeps less than 10 kB for a link of 100 kbit/s, and drops what comes at once beyond that: each
 * larger answer is sent twice in part, and waited for. Who catches up, and does not let itself be held, gets all.
 */
const mostCharsHeld = 8000;
const mostCharsFor = ({ waitMs }: PollRequest) => (waitMs > 0 ? mostCharsHeld : undefined);

function memberOf(request: PollRequest, sinceMs: number, finish: () => void): Member {
  const { caller, tab, screen, feed, isWhole } = request;
  const place = feed.head();
  return {
    about: { caller, transport: 'polling', tab, screen, isWhole },
    beat: () => undefined,
    whisper: () => undefined,
    confirm: () => undefined,
    close: finish,
    statistics: () => ({ mode: 'replay', sent: place, acked: place, behind: 0, bufferedBytes: 0, lastSeenMs: sinceMs }),
  };
}

function answerText({ mode, cursor, body }: CatchUp, { caller, feed }: PollRequest, { clock }: LiveStreams): string {
  const head = {
    restaurant_id: caller.restaurantId,
    epoch: feed.epoch,
    head: feed.head(),
    cursor,
    seen: feed.seen(),
    server_time: toIso(clock.nowMs()),
    mode,
  };
  return `${JSON.stringify(head).slice(0, -1)},${body}}`;
}
