import type { Clock } from './ports.ts';

/** How much at once, and how much again each second. */
export type Allowance = { readonly most: number; readonly perS: number };

type Level = { left: number; atMs: number };

/** What one of many has left of the same allowance. */
export interface TokenBuckets {
  /** Takes one; `false` when nothing is left, or when this one cannot be remembered. */
  take(key: string): boolean;
  giveBack(key: string): void;
}

/**
 * A full bucket is not worth remembering, so that only those who have just taken something cost memory, and never more
 * than `mostKeys`. While all of those are remembered, newcomers get nothing.
 */
export function createTokenBuckets({ most, perS }: Allowance, mostKeys: number, clock: Clock): TokenBuckets {
  /** By when they were last used, the longest ago first. */
  const levels = new Map<string, Level>();

  function refill(level: Level): Level {
    const nowMs = clock.nowMs();
    // A clock that was set back gives nothing, and takes nothing.
    level.left = Math.min(most, level.left + (Math.max(0, nowMs - level.atMs) * perS) / 1000);
    level.atMs = nowMs;
    return level;
  }

  function levelOf(key: string): Level | undefined {
    const known = levels.get(key);
    if (known) {
      levels.delete(key);
      levels.set(key, refill(known));
      return known;
    }
    return hasRoom() ? remember(key) : undefined;
  }

  function hasRoom(): boolean {
    if (levels.size < mostKeys) return true;
    const [oldest] = levels;
    return oldest !== undefined && refill(oldest[1]).left >= most && levels.delete(oldest[0]);
  }

  function remember(key: string): Level {
    const level = { left: most, atMs: clock.nowMs() };
    levels.set(key, level);
    return level;
  }

  return {
    take: (key) => {
      const level = levelOf(key);
      if (!level || level.left < 1) return false;
      level.left--;
      return true;
    },
    giveBack: (key) => {
      const level = levels.get(key);
      if (level) level.left = Math.min(most, level.left + 1);
    },
  };
}
