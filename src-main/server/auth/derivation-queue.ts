import { AppError } from '#shared/errors/app-error.ts';
import { type Derive, runScrypt } from './password.ts';

/** Each lane throws `busy` when too many wait in it. */
export type DerivationQueue = {
  /** For paired devices, for people who have been here before, and for whoever is signed in: before all strangers. */
  readonly ours: Derive;
  readonly strangers: Derive;
};

/** A shift that changes over all at once; more than this are nobody's forgotten password. */
const mostOurs = 50;
/** Half a second of guesses. */
const mostStrangers = 10;

/**
 * One at a time: the threads that scrypt keeps busy also check tokens and read pages. Strangers who try passwords hold
 * up nobody who belongs here for longer than the one that is under way ([TRY2]).
 */
export function createDerivationQueue(derive: Derive = runScrypt): DerivationQueue {
  type Job = () => Promise<void>;
  const ours: Job[] = [];
  const strangers: Job[] = [];
  const next = () => ours.shift() ?? strangers.shift();
  let isWorking = false;

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (let job = next(); job; job = next()) await job();
    isWorking = false;
  }

  const lane =
    (waiting: Job[], most: number): Derive =>
    async (...secret) => {
      if (waiting.length >= most) throw new AppError('busy');
      return new Promise((resolve, reject) => {
        waiting.push(() => derive(...secret).then(resolve, reject));
        void work();
      });
    };

  return { ours: lane(ours, mostOurs), strangers: lane(strangers, mostStrangers) };
}
