import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import { type Allowance, createTokenBuckets } from '../token-bucket.ts';

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
  /** Tries that one address or one device has. */
  readonly each: Allowance;
  /** Of all strangers together. */
  readonly all: Allowance;
};

/** A person mistypes three times; who guesses needs thousands of tries. */
const usualLimits: AttemptLimits = { each: { most: 10, perS: 0.1 }, all: { most: 60, perS: 1 } };

/** More than a restaurant has; for strangers, more than can have used up a try of all together. */
const mostRemembered = 10_000;
const everybody = 'all';

export function createAttempts(clock: Clock, { each, all }: AttemptLimits = usualLimits): Attempts {
  // By themselves, so that strangers, however many, never fill what remembers those who belong here.
  const ours = createTokenBuckets(each, mostRemembered, clock);
  const strangers = createTokenBuckets(each, mostRemembered, clock);
  const crowd = createTokenBuckets(all, 1, clock);
  const known = new Set<string>();

  type Measure = readonly [buckets: typeof ours, key: string];

  /** All that this try is taken from: what they share with strangers only for strangers. */
  function measuresOf({ address, deviceId, aim }: Attempt): readonly Measure[] {
    if (deviceId !== undefined) return [[ours, `device ${deviceId}`]];
    if (known.has(`${address} ${aim}`)) return [[ours, `address ${address}`]];
    return [
      [strangers, `address ${address}`],
      [crowd, everybody],
    ];
  }

  return {
    begin: (attempt) => {
      const taken: Measure[] = [];
      for (const [buckets, key] of measuresOf(attempt)) {
        if (buckets.take(key)) {
          taken.push([buckets, key]);
          continue;
        }
        for (const [from, of] of taken) from.giveBack(of);
        throw new AppError('too_many_tries');
      }
    },
    succeeded: (attempt) => {
      for (const [buckets, key] of measuresOf(attempt)) buckets.giveBack(key);
      if (known.size >= mostRemembered) known.clear();
      known.add(`${attempt.address} ${attempt.aim}`);
    },
  };
}
