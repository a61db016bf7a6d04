import { judge, type Objection } from './answer.ts';
import { backoffMs } from './backoff.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import type { Timers } from './timers.ts';

/**
 * A command on its way. Plain data with its own key, so that it can be written down and sent again by another page;
 * the outbox does that ([OBX2]).
 */
export type Outgoing = {
  /** Made once; every retry carries the same, so that the server takes the command once ([CMD1]). */
  readonly key: string;
  /** Commands of one lane, one order, are sent one after the other in the order they were made. */
  readonly lane: string;
  readonly request: Omit<HttpRequest, 'headers'>;
  /** Who made it. The server takes it from nobody else, whoever has signed in on this device meanwhile ([OBX5]). */
  readonly owner: { readonly userId: string };
};

export type CommandHandlers = {
  /** It is on disk; `body` is the server's answer. */
  stored(key: string, body: unknown): void;
  /** It never will be. The next one of its lane goes on. */
  refused(key: string, objection: Objection): void;
  /** Kept, and sent again after `resume`. */
  signedOut(): void;
};

/** Sends commands until each has its answer, for as long as the page is open ([SND1]). */
export interface CommandSender {
  send(outgoing: Outgoing): void;
  /** What waits is tried at once, and what hangs once more ([SND5]): the link is live again. */
  resume(): void;
  /** Nothing more is sent. What is on its way already may still be answered, and is told. */
  clear(): void;
}

type Lane = {
  queue: Outgoing[];
  failures: number;
  busy: boolean;
  /** Takes the next attempt back. */
  cancel: () => void;
  sentAtMs: number;
  /** Takes back the attempt under way, whose answer is not waited for any more. */
  giveUp: () => void;
  /** Looks after the attempt under way so soon. */
  lookIn: (ms: number) => void;
};

/** Longer than a kitchen's network needs: what was sent before it came back will not be answered any more. */
const hangsAfterMs = 2000;
/** Longer than a busy server needs: it has gone into a dead connection. */
const answerWithinMs = 10_000;
/** In a black hole a request that is given up is worse than one that waits ([LNK15]): the browser goes on dialling for it. */
const giveUpAfterMs = 60_000;

type SenderDeps = {
  readonly http: SendHttp;
  readonly timers: Timers;
  /** Whether the kitchen has been heard of late, by whatever way. */
  readonly isHeard: () => boolean;
};

export function createCommandSender({ http, timers, isHeard }: SenderDeps, handlers: CommandHandlers): CommandSender {
  const lanes = new Map<string, Lane>();

  const hangs = ({ busy, sentAtMs }: Lane) => busy && timers.nowMs() - sentAtMs >= hangsAfterMs;
  /** While one hangs and nothing is heard, no other goes the same way. */
  const isBlackHole = () => !isHeard() && [...lanes.values()].some(hangs);

  async function run(name: string, lane: Lane): Promise<void> {
    const first = lane.queue[0];
    if (!first || lane.busy) return;
    lane.cancel();
    if (isBlackHole()) return again(name, lane, hangsAfterMs);
    lane.busy = true;
    lane.sentAtMs = timers.nowMs();
    const verdict = judge(await attempt(lane, first));
    lane.busy = false;
    const isCurrent = lanes.get(name) === lane;
    if (verdict.kind === 'signed-out') return isCurrent ? handlers.signedOut() : undefined;
    if (verdict.kind === 'again' || (verdict.kind === 'done' && !isEntity(verdict.body))) return later(name, lane);
    lane.queue.shift();
    lane.failures = 0;
    if (isCurrent && lane.queue.length === 0) lanes.delete(name);
    if (verdict.kind === 'done') handlers.stored(first.key, verdict.body);
    else handlers.refused(first.key, verdict.objection);
    return run(name, lane);
  }

  /** One that is given up must not keep its connection from those that come after it ([LNK15]). */
  function attempt(lane: Lane, first: Outgoing): Promise<HttpAnswer> {
    const request = new AbortController();
    let cancelLook: () => void = () => undefined;
    lane.lookIn = (ms) => {
      cancelLook();
      cancelLook = timers.after(ms, () => (isHeard() ? lane.giveUp() : lane.lookIn(hangsAfterMs)));
    };
    lane.lookIn(answerWithinMs);
    const givenUp = new Promise<HttpAnswer>((resolve) => {
      lane.giveUp = () => {
        request.abort();
        resolve({ kind: 'unreachable' });
      };
    });
    const sent = { ...first.request, headers: headersOf(first), limitMs: giveUpAfterMs, abort: request.signal };
    return Promise.race([http(sent), givenUp]).finally(() => cancelLook());
  }

  function later(name: string, lane: Lane): void {
    lane.failures++;
    again(name, lane, backoffMs(lane.failures, timers.random()));
  }

  function again(name: string, lane: Lane, afterMs: number): void {
    lane.cancel = timers.after(afterMs, () => void run(name, lane));
  }

  function laneOf(name: string): Lane {
    const known = lanes.get(name);
    if (known) return known;
    const none = () => undefined;
    const made: Lane = { queue: [], failures: 0, busy: false, cancel: none, sentAtMs: 0, giveUp: none, lookIn: none };
    lanes.set(name, made);
    return made;
  }

  return {
    send: (outgoing) => {
      const lane = laneOf(outgoing.lane);
      lane.queue.push(outgoing);
      if (lane.queue.length === 1) void run(outgoing.lane, lane);
    },
    resume: () => {
      for (const [name, lane] of [...lanes]) {
        if (hangs(lane)) {
          lane.failures = 0;
          lane.sentAtMs = timers.nowMs();
          lane.giveUp();
        } else if (lane.busy) lane.lookIn(hangsAfterMs - (timers.nowMs() - lane.sentAtMs));
        void run(name, lane);
      }
    },
    clear: () => {
      for (const lane of lanes.values()) {
        lane.cancel();
        if (hangs(lane)) lane.giveUp();
        lane.queue = [];
      }
      lanes.clear();
    },
  };
}

/** What was done is answered with what came of it; an "all is well" of something in between is none ([ANS1]). */
const isEntity = (body: unknown) => typeof body === 'object' && body !== null && 'id' in body;

const headersOf = ({ key, owner }: Outgoing) => ({ 'idempotency-key': key, 'made-by': owner.userId });
