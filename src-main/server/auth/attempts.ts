import type { Logger } from 'pino';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import { type Allowance, createTokenBuckets } from '../token-bucket.ts';

/** Who tries, and what. */
export type Attempt = {
  /** The address that the connection really has; never one that a header claims. */
  readonly address: string;
  /** The paired device that asks, if one does: it has tries of its own, whatever strangers do ([TRY1]). */
  readonly deviceId: string | undefined;
  /** What is tried, for the log: `login`, `pin`. */
  readonly aim: string;
  /** Whose tries these are alone, of somebody who is at no device and yet no stranger. */
  readonly own?: string | undefined;
  /**
   * Strangers may be at that address as well, and must not learn from the answers whose own tries there are: it counts
   * as one of theirs, too.
   */
  readonly isAmongStrangers?: boolean;
};

/** One that was taken. */
export type BegunAttempt = {
  /** For a right one, and for one that the server had no time to look at. */
  giveBack(): void;
  /** What a wrong one is told: what a stranger would be told there, for whom nothing was left to look at. */
  readonly whenWrong: 'wrong_login' | 'too_many_tries';
};

/** Wrong tries, so that nobody guesses and nobody who belongs here is locked out ([TRY1]). */
export interface Attempts {
  /** Throws `too_many_tries` when this one has to wait. Takes a try at once; many at the same time gain nothing. */
  begin(attempt: Attempt): BegunAttempt;
}

export type AttemptLimits = {
  /** Tries that one address, one device or one person has. */
  readonly each: Allowance;
  /** Of all strangers together. */
  readonly all: Allowance;
};

/** A person mistypes three times; who guesses needs thousands of tries. */
const usualLimits: AttemptLimits = { each: { most: 10, perS: 0.1 }, all: { most: 60, perS: 1 } };

/** More than a restaurant has; for strangers, more than can have used up a try of all together. */
const mostRemembered = 10_000;
const everybody = 'all';

/** Whose tries it costs, unless they are strangers'. */
export const ownerOf = ({ deviceId, own }: Attempt): string | undefined =>
  own ?? (deviceId === undefined ? undefined : `device ${deviceId}`);

/** Somebody who guesses goes on for hours; a line a minute says so as well. */
const said: Allowance = { most: 1, perS: 1 / 60 };

export type AttemptsDeps = { readonly clock: Clock; readonly log: Pick<Logger, 'warn'> };

export function createAttempts({ clock, log }: AttemptsDeps, { each, all }: AttemptLimits = usualLimits): Attempts {
  // By themselves, so that strangers, however many, never fill what remembers those who belong here.
  const ours = createTokenBuckets(each, mostRemembered, clock);
  const strangers = createTokenBuckets(each, mostRemembered, clock);
  const crowd = createTokenBuckets(all, 1, clock);
  const lines = createTokenBuckets(said, mostRemembered, clock);

  function takeOfStranger(address: string): boolean {
    if (!strangers.take(address)) return false;
    const isLeft = crowd.take(everybody);
    if (!isLeft) strangers.giveBack(address);
    return isLeft;
  }

  function giveBackToStranger(address: string): void {
    strangers.giveBack(address);
    crowd.giveBack(everybody);
  }

  /** Names nobody, and nothing that was tried: others read the log ([LOG1]). */
  function tell(attempt: Attempt): void {
    if (!lines.take(ownerOf(attempt) ?? everybody)) return;
    const { aim, address, deviceId } = attempt;
    log.warn({ aim, address, deviceId }, 'tries have run out: somebody may be guessing');
  }

  return {
    begin: (attempt) => {
      const owner = ownerOf(attempt);
      const { address, isAmongStrangers = owner === undefined } = attempt;
      const isOfStrangers = isAmongStrangers && takeOfStranger(address);
      const isOwn = owner !== undefined && ours.take(owner);
      if (!isOfStrangers && !isOwn) {
        tell(attempt);
        throw new AppError('too_many_tries');
      }
      return {
        whenWrong: isAmongStrangers && !isOfStrangers ? 'too_many_tries' : 'wrong_login',
        giveBack: () => {
          if (isOwn) ours.giveBack(owner);
          if (isOfStrangers) giveBackToStranger(address);
        },
      };
    },
  };
}
