import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';

/** Who tries, and what. */
export type Attempt = {
  /** The address that the connection really has; never one that a header claims. */
  readonly address: string;
  /** The paired device that asks, if one does: it has tries of its own, whatever strangers do ([TRY1]). */
  readonly deviceId: string | undefined;
  /** What is tried: a user name, a person at a device. */
  readonly aim: string;
};

/** Wrong tries, so that nobody guesses and nobody who belongs here is locked out ([TRY1]). */
export interface Attempts {
  /** Throws `too_many_tries` when this one has to wait. Takes a try at once; many at the same time gain nothing. */
  begin(attempt: Attempt): void;
  /** It was right: the try is given back, and this address may go on trying for this aim beside any crowd. */
  succeeded(attempt: Attempt): void;
}

export type AttemptLimits = {
  /** Tries that one address, one device or one aim has at once, and after how long it has another. */
  readonly each: Bucket;
  /** Of all strangers together. */
  readonly all: Bucket;
};

export type Bucket = { readonly most: number; readonly refillMs: number };

/** A person mistypes three times; who guesses needs thousands of tries. */
const usualLimits: AttemptLimits = {
  each: { most: 10, refillMs: 10_000 },
  all: { most: 60, refillMs: 1000 },
};

/** More than a restaurant has; when they are used up, the oldest are forgotten. */
const mostRemembered = 10_000;

export function createAttempts(clock: Clock, { each, all }: AttemptLimits = usualLimits): Attempts {
  const buckets = new Map<string, Level>();
  const crowd: Level = { tries: all.most, atMs: clock.nowMs() };
  const known = new Set<string>();

  function levelOf(key: string): Level {
    const level = buckets.get(key) ?? { tries: each.most, atMs: clock.nowMs() };
    buckets.delete(key);
    buckets.set(key, level);
    if (buckets.size > mostRemembered) buckets.delete(buckets.keys().next().value ?? '');
    return level;
  }

  /** All that this try is taken from: what they share with strangers only for strangers. */
  function levelsOf({ address, deviceId, aim }: Attempt): readonly (readonly [Level, Bucket])[] {
    if (deviceId !== undefined) return [[levelOf(`device ${deviceId}`), each]];
    const own = [levelOf(`address ${address}`), each] as const;
    if (known.has(`${address} ${aim}`)) return [own];
    return [own, [levelOf(`aim ${aim}`), each], [crowd, all]];
  }

  return {
    begin: (attempt) => {
      const levels = levelsOf(attempt);
      for (const [level, bucket] of levels) refill(level, bucket, clock.nowMs());
      const waitMs = Math.max(...levels.map(([level, bucket]) => (level.tries < 1 ? bucket.refillMs : 0)));
      if (waitMs > 0) throw new AppError('too_many_tries');
      for (const [level] of levels) level.tries--;
    },
    succeeded: (attempt) => {
      for (const [level, { most }] of levelsOf(attempt)) level.tries = Math.min(most, level.tries + 1);
      if (known.size >= mostRemembered) known.clear();
      known.add(`${attempt.address} ${attempt.aim}`);
    },
  };
}

type Level = { tries: number; atMs: number };

function refill(level: Level, { most, refillMs }: Bucket, nowMs: number): void {
  // A clock that was set back gives nothing, and takes nothing.
  const turns = Math.max(0, Math.floor((nowMs - level.atMs) / refillMs));
  level.tries = Math.min(most, level.tries + turns);
  level.atMs = level.tries >= most || nowMs < level.atMs ? nowMs : level.atMs + turns * refillMs;
}
