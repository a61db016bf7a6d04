import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';

/** OWASP's least for scrypt; about 60 ms and 32 MB per try on a small machine, off the main thread. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyLength = 32;

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised later without locking anyone out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long for an unknown user, whose `stored` is `undefined`, as for a wrong password ([AUT1]). */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = (stored ?? nobody).split('$');
  if (kind !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, 'base64url'), options);
  return found.length === expected.length && timingSafeEqual(found, expected) && stored !== undefined;
}

const nobody = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  'AAAAAAAAAAAAAAAAAAAAAA',
  Buffer.alloc(keyLength).toString('base64url'),
].join('$');

/** More tries than this at once are nobody's forgotten password. */
const mostWaiting = 50;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One at a time: the threads that scrypt keeps busy also check tokens and read pages, and a hundred strangers who try
 * passwords must not slow a tablet down. Throws `busy` when too many wait.
 */
async function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  if (waiting >= mostWaiting) throw new AppError('busy');
  waiting++;
  const turn = last.then(() => runScrypt(password, salt, options));
  last = turn.catch(() => undefined);
  return turn.finally(() => {
    waiting--;
  });
}

function runScrypt(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const allowed = { ...options, maxmem: 256 * 1024 * 1024 };
    scrypt(password.normalize('NFC'), salt, keyLength, allowed, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** To be read off a screen and typed once: no letters that look alike; about 59 bits. */
export function temporaryPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}
