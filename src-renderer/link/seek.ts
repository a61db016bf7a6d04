import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { ProbeAnswer } from './session-probe.ts';
import type { Timers } from './timers.ts';
import { type LinkConnection, noCode, type OpenConnection } from './transport.ts';

type SeekDeps = {
  readonly timers: Timers;
  readonly open: OpenConnection;
  readonly probe: () => Promise<ProbeAnswer>;
  /** What came before was neither answered nor refused: then this will not be either. */
  readonly isHole: () => boolean;
};

type Try = { readonly connection: LinkConnection; readonly askedAtMs: number; readonly cancel: () => void };

/** A plain request that a kitchen which is there needs longer for has gone into a black hole. */
const hangsAfterMs = 1500;
const everyMs = 2500;
/** A browser may hold one back by 5 s first, and lets only one at a time dial: the next is due when this one makes room. */
const tryMs = 7500;
/** Where plain requests are answered, a WebSocket is there soon, or does not come. */
const answeredMs = 6000;

/**
 * Looks for a kitchen that has been away for a while ([LNK15]). A plain request goes first: where it is refused, or
 * answered, that decides, because browsers hold WebSockets back on a page where many have failed. Where it is neither,
 * nothing gets through at all; then WebSockets are tried one beside the other, since each asks anew, while a request
 * that hangs is asked for ever more rarely, and browsers have only six places for them. Who speaks first stays.
 */
export function seeking({ timers, open, probe, isHole }: SeekDeps): OpenConnection {
  return (transport, cursor, events) => {
    const tries = new Map<symbol, Try>();
    let chosen: symbol | undefined;
    let newest: symbol | undefined;
    let isAnswered = false;
    let isOver = false;
    let cancelNext = timers.after(isHole() ? 0 : hangsAfterMs, tryOnce);

    function tryOnce(): void {
      cancelNext();
      cancelNext = timers.after(everyMs, tryOnce);
      const mine = Symbol('try');
      newest = mine;
      const askedAtMs = timers.nowMs();
      const connection = open(transport, cursor, {
        message: (text) => choose(mine) && events.message(text),
        closed: (code) => (code === noCode && chosen !== mine ? fell(mine) : choose(mine) && events.closed(code)),
        asked: () => undefined,
        heard: () => undefined,
        pace: (path) => chosen === mine && events.pace(path),
      });
      tries.set(mine, { connection, askedAtMs, cancel: timers.after(tryMs, () => drop(mine)) });
    }

    /** Whether what this one says counts: the first to say anything is the only one from then on. */
    function choose(mine: symbol): boolean {
      if (isOver || (chosen && chosen !== mine)) return false;
      if (chosen) return true;
      chosen = mine;
      cancelNext();
      const found = tries.get(mine);
      found?.cancel();
      if (found) events.asked(found.askedAtMs);
      for (const other of tries.keys()) if (other !== mine) drop(other);
      return true;
    }

    /** Refused although the kitchen answers: no other one will fare better. */
    function fell(mine: symbol): void {
      if (!tries.has(mine)) return;
      drop(mine);
      if (isAnswered && mine === newest) events.closed(noCode);
    }

    function drop(which: symbol): void {
      const gone = tries.get(which);
      tries.delete(which);
      gone?.cancel();
      gone?.connection.close();
    }

    function answered(answer: ProbeAnswer): void {
      if (isOver || chosen) return;
      if (answer === 'unreachable') events.closed(noCode);
      else if (answer === 'signed-out') events.closed(closeCodes.notAuthenticated);
      else {
        isAnswered = true;
        tryOnce();
        cancelNext();
        cancelNext = timers.after(answeredMs, () => events.closed(noCode));
      }
    }

    void probe().then(answered);
    return {
      send: (text) => chosen && tries.get(chosen)?.connection.send(text),
      close: () => {
        isOver = true;
        cancelNext();
        for (const one of tries.keys()) drop(one);
      },
    };
  };
}
