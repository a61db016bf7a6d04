import { AppError } from '#shared/errors/app-error.ts';
import type { User } from '../people-ports.ts';
import { type Attempt, type Attempts, ownerOf } from './attempts.ts';
import { createDerivationQueue, type DerivationQueue } from './derivation-queue.ts';
import { hashPassword, passwordMatches } from './password.ts';

/** Whose secret is asked for, and its hash; empty where they have none. */
export type Kept = { readonly user: User; readonly hash: string };

export type Check<Result> = {
  readonly attempt: Attempt;
  readonly secret: string;
  /**
   * Who it is about, as the store has it at this moment; `undefined` for nobody. Asked before the wait and after it.
   * Throws when whoever asks may not do so, or no longer.
   */
  readonly find: () => Kept | undefined;
  /** What is to take its place; hashed in the same wait. */
  readonly next?: string;
  /** Writes what the right secret is good for. In the turn in which all was looked at again, so it must not wait. */
  readonly grant: (user: User, nextHash: string) => Result;
};

/** Passwords and PINs. Working on one takes long, and meanwhile everything about it may change. */
export interface Secrets {
  /** Throws `busy`. */
  hash(secret: string): Promise<string>;
  /** The same for whoever is not known: after all who are, and with fewer places to wait in. Throws `busy`. */
  hashOfStranger(secret: string): Promise<string>;
  /**
   * Throws `wrong_login`, or what strangers are told there, for nobody, for a wrong one, and for one that was replaced while it was looked at ([AUT5]);
   * `too_many_tries`, or `busy`, which costs no try.
   */
  verified<Result>(check: Check<Result>): Promise<Result>;
}

export function createSecrets(attempts: Attempts, queue: DerivationQueue = createDerivationQueue()): Secrets {
  /** The hash of what comes next, or nothing when it is wrong. */
  async function worked({ attempt, secret, next }: Check<unknown>, hash: string | undefined) {
    const derive = ownerOf(attempt) === undefined ? queue.strangers : queue.ours;
    if (!(await passwordMatches(secret, hash, derive))) return undefined;
    return next === undefined ? '' : hashPassword(next, derive);
  }

  return {
    hash: (secret) => hashPassword(secret, queue.ours),
    hashOfStranger: (secret) => hashPassword(secret, queue.strangers),
    verified: async (check) => {
      const before = check.find();
      const { giveBack, whenWrong } = attempts.begin(check.attempt);
      const nextHash = await worked(check, before?.hash || undefined).catch((error) => {
        giveBack();
        throw error;
      });
      const now = check.find();
      if (nextHash === undefined || !now || now.hash !== before?.hash) throw new AppError(whenWrong);
      giveBack();
      return check.grant(now.user, nextHash);
    },
  };
}
