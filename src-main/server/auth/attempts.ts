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
  /**
   * Throws `too_many_tries` when this one has to wait. Takes a try at once; many at the same time gain nothing. The answer
   * gives it back: to be called for a right one, and for one that the server had no time to look at.
   */
  begin(attempt: Attempt): () => void;
  /** It was right: this address may go on trying for this aim beside any crowd. */
  succeeded(attempt: Attempt): void;
  /** Nobody who is known here: at no paired device, and at an address where this was never right before. */
  isStranger(attempt: Attempt): boolean;
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

  const isStranger = ({ address, deviceId, aim }: Attempt) => deviceId === undefined && !known.has(`${address} ${aim}`);

  /** All that this try is taken from: what they share with strangers only for strangers. */
  function measuresOf(attempt: Attempt): readonly Measure[] {
    const own = attempt.deviceId === undefined ? `address ${attempt.address}` : `device ${attempt.deviceId}`;
    return isStranger(attempt)
      ? [
          [strangers, own],
          [crowd, everybody],
        ]
      : [[ours, own]];
  }

  return {
    begin: (attempt) => {
      const taken: Measure[] = [];
      const giveBack = () => {
        for (const [buckets, key] of taken) buckets.giveBack(key);
      };
      for (const [buckets, key] of measuresOf(attempt)) {
        if (buckets.take(key)) {
          taken.push([buckets, key]);
          continue;
        }
        giveBack();
        throw new AppError('too_many_tries');
      }
      return giveBack;
    },
    succeeded: ({ address, aim }) => {
      if (known.size >= mostRemembered) known.clear();
      known.add(`${address} ${aim}`);
    },
    isStranger,
  };
}
