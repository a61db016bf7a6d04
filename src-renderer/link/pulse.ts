import type { Attempt } from './attempt.ts';
import type { ProbeAnswer } from './session-probe.ts';
import type { Timers } from './timers.ts';

/**
 * Looks after a live WebSocket between heartbeats ([LNK16]). After a change of address, or of access point, it is dead
 * without a word while a new one would be live at once; the browser does not always tell. Where the network itself is
 * away, a plain request fails too, and nothing would be gained by giving up.
 */
export interface Pulse {
  watch(attempt: Attempt): void;
  stop(): void;
}

/** Well before the heartbeat that is due every 5 s. */
const askAfterMs = 1200;
const answerWithinMs = 1000;
const mostAsked = 3;
/** After a server that stood still for a moment both answers come at once, in any order, and on every screen. */
const overtakingMs = 150;
/** A slow network that needs longer for one large frame must not be cut off from it again and again. */
const shortestRestMs = 5000;
const longestRestMs = 60_000;

export type PulseDeps = {
  readonly timers: Timers;
  readonly probe: () => Promise<ProbeAnswer>;
  /** The kitchen answers, this connection does not. */
  readonly dead: (attempt: Attempt) => void;
};

export function createPulse({ timers, probe, dead }: PulseDeps): Pulse {
  let watched: Attempt | undefined;
  let cancel: () => void = () => undefined;
  let restMs = shortestRestMs;
  let restsUntilMs = Number.NEGATIVE_INFINITY;

  const quietMs = (attempt: Attempt) => timers.nowMs() - attempt.heardAtMs();

  function look(attempt: Attempt): void {
    const leftMs = askAfterMs - quietMs(attempt);
    if (leftMs > 0) later(attempt, leftMs, look);
    else ask(attempt);
  }

  function ask(attempt: Attempt): void {
    attempt.send('{"type":"ping"}');
    later(attempt, answerWithinMs, lookAgain);
  }

  function lookAgain(attempt: Attempt): void {
    if (quietMs(attempt) < askAfterMs + answerWithinMs || timers.nowMs() < restsUntilMs) look(attempt);
    else compare(attempt);
  }

  /** The first request may hang on an idle connection that died with the old address: the next takes another. */
  function compare(attempt: Attempt): void {
    const heardAtMs = attempt.heardAtMs();
    let asked = 0;
    let isOver = false;
    const askKitchen = async () => {
      asked++;
      if (asked < mostAsked) later(attempt, answerWithinMs, () => void askKitchen());
      const answer = await probe();
      if (isOver || watched !== attempt) return;
      isOver = true;
      cancel();
      if (answer === 'answers') later(attempt, overtakingMs, () => decide(attempt, heardAtMs));
      else later(attempt, answerWithinMs, look);
    };
    void askKitchen();
  }

  function decide(attempt: Attempt, heardAtMs: number): void {
    if (attempt.heardAtMs() === heardAtMs) giveUp(attempt);
    else look(attempt);
  }

  function giveUp(attempt: Attempt): void {
    restMs = timers.nowMs() - restsUntilMs > longestRestMs ? shortestRestMs : Math.min(longestRestMs, 2 * restMs);
    restsUntilMs = timers.nowMs() + restMs;
    stop();
    dead(attempt);
  }

  function later(attempt: Attempt, ms: number, next: (attempt: Attempt) => void): void {
    cancel = timers.after(ms, () => next(attempt));
  }

  function stop(): void {
    cancel();
    watched = undefined;
  }

  return {
    watch: (attempt) => {
      stop();
      watched = attempt;
      if (attempt.transport === 'websocket') look(attempt);
    },
    stop,
  };
}
