import type { Logger } from 'pino';
import type { ClientFrame } from '#shared/protocol/client-frames.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { FanoutMemory } from '../fanout/fanout-memory.ts';
import type { Clock } from '../ports.ts';
import { createAnnouncer } from './announcer.ts';
import { heartbeatMs } from './stream.ts';
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
};

/** What the doors of all transports share: who is there, their heartbeat, and what is said besides the log. */
export interface LiveStreams extends Omit<LiveStreamsDeps, 'maxConnections'> {
  readonly registry: StreamRegistry;
  onTold(frame: Exclude<ClientFrame, { type: 'ack' | 'ping' }>, member: Member): void;
  onSlow(): void;
  /** Why nobody more is let in, counted when it is for want of room; `isCrowded`: a door has no room of its own. */
  refusal(comer?: Comer, isCrowded?: boolean): 'stopping' | 'busy' | undefined;
  counters(): { readonly refused: number; readonly slow: number };
  /** Says goodbye to all and lets nobody in any more; the doors see to those who do not go. */
  stop(): void;
}

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
    refusal: (comer, isCrowded = false) => {
      if (stopping) return 'stopping';
      if (!isCrowded && registry.hasRoom(comer)) return undefined;
      counted.refused++;
      return 'busy';
    },
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
