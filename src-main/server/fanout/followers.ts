import type { LiveLog } from './live-log.ts';
import { createPump, type Pump, type PumpStart, type Sink } from './pump.ts';

/** Everyone who follows one log: streams by a pump each, polls by asking to be called. */
export interface Followers {
  follow(sink: Sink, start: PumpStart, liveAt: number): Pump;
  leave(pump: Pump): void;
  /** Calls after every commit; the answer ends it. */
  onCommit(listener: () => void): () => void;
  /** The log has grown. */
  wake(): void;
}

export function createFollowers(log: LiveLog): Followers {
  const pumps = new Set<Pump>();
  const listeners = new Set<() => void>();
  return {
    follow: (sink, start, liveAt) => {
      const pump = createPump(log, sink, start, liveAt);
      pumps.add(pump);
      return pump;
    },
    leave: (pump) => {
      pumps.delete(pump);
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: () => {
      for (const pump of pumps) pump.run();
      for (const listener of [...listeners]) listener();
    },
  };
}
