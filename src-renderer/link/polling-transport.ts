import { closeCodes } from '#shared/protocol/close-codes.ts';
import { parseCursor } from '#shared/protocol/cursor.ts';
import type { Bye } from '#shared/protocol/frames.ts';
import type { SyncAnswer } from '#shared/protocol/sync-requests.ts';
import { problemCode } from './answer.ts';
import type { GiveBack, HeldRequest } from './held-request.ts';
import type { HttpAnswer } from './http.ts';
import { framesOfSync } from './sync-frames.ts';
import type { Timers } from './timers.ts';
import { type ConnectionEvents, type LinkConnection, noCode, type Path } from './transport.ts';

/** Gets a sync answer; `waitS` is how long the server may hold it back. Settles as unreachable when aborted. */
export type AskSync = (
  cursor: string | undefined,
  waitS: number,
  abort: AbortSignal,
  heard: () => void,
) => Promise<HttpAnswer>;

/** So short that proof is never older than the amber line ([FRS1]). */
const longWaitS = 10;
/** How long nothing of an answer may come, beyond the time that the server was told to wait: on a slow network all of it takes longer. */
const longLimitMs = longWaitS * 1000 + 1000;
const shortLimitMs = 4000;
const shortGapMs = 2000;
const shortSpread = 0.3;
/** In a rush one answer brings the news of a fifth of a second, instead of one request for each commit. */
const breathMs = 200;
/** A long poll that comes back sooner with nothing was cut by something in between. */
const cutBelowMs = 1000;
const longAgainMs = 60_000;
/** Whatever a server asks for. */
const longestStayMs = 60_000;

/**
 * Asks again and again, and tells the answers as frames. Long polls first; where they fail or are cut, or another page
 * has the place for them ([TAB2]), plain ones every 2 s, and after a minute long ones again ([LNK9]).
 */
export function createPolling(timers: Timers, held: HeldRequest, ask: AskSync) {
  /** Outlives a connection: what cut the last long poll cuts the next one too. */
  let longFromMs = Number.NEGATIVE_INFINITY;

  return function open(cursor: string | undefined, events: ConnectionEvents): LinkConnection {
    let place = cursor;
    let isFirst = true;
    let gone = false;
    let path: Path | undefined;
    let cancelNext: () => void = () => undefined;
    let abort: AbortController | undefined;
    let giveBack: GiveBack | undefined;

    async function poll(): Promise<void> {
      // The first answer is wanted at once: nothing is live before it.
      const isLong = !isFirst && timers.nowMs() >= longFromMs && (await mayHold());
      if (gone) return;
      const askedAtMs = timers.nowMs();
      abort = new AbortController();
      const answer = await heardWithin(isLong ? longLimitMs : shortLimitMs, isLong ? longWaitS : 0, abort);
      if (gone) return;
      const sync = answerIn(answer);
      if (sync) return take(sync, isLong, askedAtMs);
      const code = codeOf(answer);
      if (!isLong || code !== noCode) return end(code, code === noCode ? 0 : retryMsOf(answer));
      longFromMs = timers.nowMs() + longAgainMs;
      return poll();
    }

    async function mayHold(): Promise<boolean> {
      if (giveBack) return true;
      const given = await held.take(lost);
      if (gone) given?.();
      else giveBack = given;
      if (!given) longFromMs = timers.nowMs() + longAgainMs;
      return given !== undefined;
    }

    /** Another page keeps the place: the request that is under way is answered yet, the next ones are plain. */
    function lost(): void {
      giveBack = undefined;
      longFromMs = timers.nowMs() + longAgainMs;
    }

    function take(sync: SyncAnswer, isLong: boolean, askedAtMs: number): void {
      const tookMs = timers.nowMs() - askedAtMs;
      const isNews = sync.mode === 'snapshot' || sync.events.length > 0;
      if (isLong && !isNews && tookMs < cutBelowMs) longFromMs = timers.nowMs() + longAgainMs;
      const isNextLong = timers.nowMs() >= longFromMs;
      setPath(isNextLong ? 'long-poll' : 'short-poll');
      events.asked(askedAtMs);
      for (const frame of framesOfSync(sync, isFirst)) if (!gone) events.message(JSON.stringify(frame));
      if (gone) return;
      place = sync.cursor;
      isFirst = false;
      const spreadMs = shortGapMs * (1 + shortSpread * (2 * timers.random() - 1));
      const pauseMs = isNextLong ? breathMs : spreadMs;
      cancelNext = timers.after(hasMore(sync) ? 0 : pauseMs, () => void poll());
    }

    function setPath(next: Path): void {
      if (path !== next) events.pace(next);
      path = next;
    }

    /** A request that hangs is given up by our clock, whatever the browser thinks of it; one that comes in pieces is not. */
    function heardWithin(limitMs: number, waitS: number, request: AbortController): Promise<HttpAnswer> {
      return new Promise((resolve) => {
        const giveUp = () => {
          request.abort();
          resolve({ kind: 'unreachable' });
        };
        let cancel = timers.after(limitMs, giveUp);
        const heard = () => {
          if (gone || request.signal.aborted) return;
          cancel();
          cancel = timers.after(limitMs, giveUp);
          events.heard();
        };
        ask(place, waitS, request.signal, heard)
          .then(resolve)
          .finally(() => cancel());
      });
    }

    /** What a stream would have been told in a frame of its own, and then the end. */
    function end(code: number, retryMs: number): void {
      const bye: Bye = { type: 'bye', code, reason: '', retry_ms: retryMs };
      if (retryMs > 0) events.message(JSON.stringify(bye));
      if (gone) return;
      gone = true;
      giveBack?.();
      events.closed(code);
    }

    void poll();
    return {
      send: () => undefined,
      close: () => {
        gone = true;
        cancelNext();
        abort?.abort();
        giveBack?.();
      },
    };
  };
}

function answerIn(answer: HttpAnswer): SyncAnswer | undefined {
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined;
  const sync = answer.body as SyncAnswer | null | undefined;
  // A page of something in between may answer 200 to anything.
  return sync && typeof sync === 'object' && parseCursor(sync.cursor) ? sync : undefined;
}

/** What was held back is told in small answers, one after the other ([POL1]). */
const hasMore = ({ cursor, head }: SyncAnswer): boolean => (parseCursor(cursor)?.seq ?? head) < head;

/** Only the kitchen itself can end a screen: the bare 403 of something in between says nothing of it ([ANS1]). */
const meanings: Readonly<Record<string, number>> = {
  not_authenticated: closeCodes.notAuthenticated,
  not_allowed: closeCodes.notAllowed,
  too_many_screens: closeCodes.tooMany,
  stopping: closeCodes.restarting,
};

function codeOf(answer: HttpAnswer): number {
  if (answer.kind === 'unreachable') return noCode;
  return answer.status === 429 ? closeCodes.tooMany : (meanings[problemCode(answer.body) ?? ''] ?? noCode);
}

/** How long the kitchen itself asks to stay away, each screen another time. */
function retryMsOf(answer: HttpAnswer): number {
  const { retry_ms: ms } = ((answer.kind === 'answer' && answer.body) || {}) as { retry_ms?: unknown };
  return typeof ms === 'number' && ms > 0 ? Math.min(ms, longestStayMs) : 0;
}
