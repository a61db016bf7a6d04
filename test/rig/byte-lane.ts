import { setTimeout as wait } from 'node:timers/promises';
import type { Way } from './fault.ts';

/** One direction of a proxy: what is wrong with it now, and who waits for that to change. */
export type ByteLane = {
  way(): Way;
  set(way: Way): void;
  /** Resolves when nothing stalls the lane. */
  open(): Promise<void>;
  /** Takes the time that so many bytes need on the common radio, after those that are ahead. */
  carry(bytes: number): Promise<void>;
};

export function createByteLane(first: Way): ByteLane {
  let way = first;
  let freeAtMs = 0;
  const waiting = new Set<() => void>();

  return {
    way: () => way,
    set: (next) => {
      way = next;
      if (way.stalled) return;
      for (const go of waiting) go();
      waiting.clear();
    },
    open: () => (way.stalled ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve()),
    carry: async (bytes) => {
      if (way.bytesPerS === Number.POSITIVE_INFINITY) return;
      const nowMs = performance.now();
      freeAtMs = Math.max(nowMs, freeAtMs) + (bytes / way.bytesPerS) * 1000;
      await wait(freeAtMs - nowMs);
    },
  };
}
