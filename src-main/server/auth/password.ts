import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** What makes guessing slow. */
export type Derive = (secret: string, salt: Buffer, options: ScryptOptions) => Promise<Buffer>;

/** OWASP's least for scrypt; about 60 ms and 32 MB per try on a small machine, off the main thread. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyLength = 32;

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised later without locking anyone out. */
export async function hashPassword(password: string, derive: Derive = runScrypt): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long for an unknown user, whose `stored` is `undefined`, as for a wrong password ([AUT1]). */
export async function passwordMatches(
  password: string,
  stored: string | undefined,
  derive: Derive = runScrypt,
): Promise<boolean> {
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

export function runScrypt(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
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
