import type { Logger } from 'pino';
import type { ClientFrame } from '#shared/protocol/client-frames.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { FanoutMemory } from '../fanout/fanout-memory.ts';
import type { Clock } from '../ports.ts';
import { createAnnouncer } from './announcer.ts';
import { heartbeatMs, type StreamDeps } from './stream.ts';
import { createStreamRegistry, type Member, type StreamRegistry } from './stream-registry.ts';
import type { Comer } from './stream-tabs.ts';
import type { StreamDirectory } from './stream-target.ts';

export type LiveStreamsDeps = {
  readonly sessions: Sessions;
  readonly fanout: FanoutMemory;
  readonly directory: StreamDirectory;
  readonly clock: Clock;
  readonly log: Logger;
  readonly maxConnections: number;
  readonly onBoard?: StreamDeps['onBoard'];
};

/** What the doors of all transports share: who is there, their heartbeat, and what is said besides the log. */
export interface LiveStreams extends Omit<LiveStreamsDeps, 'maxConnections'> {
  readonly registry: StreamRegistry;
  onTold(frame: Exclude<ClientFrame, { type: 'ack' | 'ping' }>, member: Member): void;
  onSlow(): void;
  /** Why this one is not let in. */
  refusal(comer: Comer): Refusal | undefined;
  /** Counts one who is not let in for want of room. */
  turnedAway(why: Refusal): void;
  /**
   * A place to be told why, to be given back; none when too many are being told already. A closed door says nothing to
   * a browser, but an open one that says no costs a connection for a while ([FUL1]).
   */
  farewell(): (() => void) | undefined;
  counters(): { readonly refused: number; readonly slow: number };
  /** Says goodbye to all and lets nobody in any more; the doors see to those who do not go. */
  stop(): void;
}

/** Also the codes of these refusals, where they are an answer. */
export type Refusal = 'stopping' | 'too_many_screens';

/** Told at a time that there is no room for them, beyond those who are in. */
const mostFarewells = 64;

/** Whoever is signed out learns nothing for longer than this. */
const sessionsCheckedMs = 500;

export function createLiveStreams({ maxConnections, ...deps }: LiveStreamsDeps): LiveStreams {
  const registry = createStreamRegistry(maxConnections);
  const announcer = createAnnouncer(registry, deps.fanout, deps.clock);
  const heart = setInterval(safely, heartbeatMs, registry.beat);
  const guard = setInterval(safely, sessionsCheckedMs, () => registry.dismiss(deps.sessions.isGood));
  const counted = { refused: 0, slow: 0 };
  let stopping = false;

  /** A disk that cannot be read for a moment must not end the server; the next turn tries again. */
  function safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      deps.log.error({ err: error }, 'a turn of the live streams failed');
    }
  }

  return {
    ...deps,
    registry,
    onTold: announcer.tell,
    onSlow: () => {
      counted.slow++;
    },
    refusal: (comer) => {
      if (stopping) return 'stopping';
      return registry.hasRoom(comer) ? undefined : 'too_many_screens';
    },
    turnedAway: (why) => {
      if (why === 'too_many_screens') counted.refused++;
    },
    farewell: createPlaces(mostFarewells),
    counters: () => counted,
    stop: () => {
      stopping = true;
      clearInterval(heart);
      clearInterval(guard);
      announcer.stop();
      registry.stop();
    },
  };
}

/** Takes one of so many places; the answer gives it back. */
function createPlaces(most: number): () => (() => void) | undefined {
  let taken = 0;
  return () => {
    if (taken >= most) return undefined;
    taken++;
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      taken--;
    };
  };
}
