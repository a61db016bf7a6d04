import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { keepAside } from '../../config/json-file.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

/**
 * The operating system's store of secrets: what is sealed can be opened by this account on this machine only. It may
 * take as long as it likes: somebody may have to type a password first.
 */
export interface KeySafe {
  seal(text: string): Promise<Buffer>;
  /** Throws for what it has not sealed. `undefined`: the store itself is not to be had just now. */
  open(sealed: Buffer): Promise<string | undefined>;
}

export type SigningKeyDeps = {
  readonly dataDir: string;
  /** `undefined` where there is none: a box without a desktop. */
  readonly safe: KeySafe | undefined;
  readonly log: Logger;
  /** How long the store of secrets may keep the kitchen from starting. */
  readonly patienceMs?: number;
  /** When one that was not to be had is asked again. */
  readonly againMs?: number;
};

export type SigningKey = {
  readonly key: Uint8Array;
  /** The store had not answered yet: `key` is of this run alone, and this will be the one of the tokens from before. */
  readonly late?: Promise<Uint8Array | undefined>;
};

const keyBytes = 32;
const usualPatienceMs = 5000;
const usualAgainMs = 3000;

/**
 * The key that signs tokens, beside the database and not in it, so that a copy of that lets nobody in. Made at the first
 * start; sealed by the system where it can be, else a file that only the server's account may read ([KEP1]).
 */
export async function loadSigningKey(deps: SigningKeyDeps): Promise<SigningKey> {
  const { plain, sealed } = filesIn(deps);
  const inTheOpen = readKeyFile(plain);
  // In the open it is the newer one: a start without the system's store could not open what was sealed.
  const known = keyIn(inTheOpen?.toString('utf8'));
  if (known) return settle(known, deps);
  if (inTheOpen !== undefined) keepAside(plain);
  const bytes = readKeyFile(sealed);
  return bytes === undefined ? settle(randomBytes(keyBytes), deps) : openSealed(bytes, deps);
}

const filesIn = ({ dataDir }: SigningKeyDeps) => ({
  plain: join(dataDir, 'signing.key'),
  sealed: join(dataDir, 'signing.key.sealed'),
});

const textOf = (key: Uint8Array) => Buffer.from(key).toString('base64url');

function keyIn(text: string | undefined): Uint8Array | undefined {
  const key = Buffer.from(text?.trim() ?? '', 'base64url');
  return key.length === keyBytes ? key : undefined;
}

/**
 * What cannot be opened is laid aside: a kitchen that starts and pairs its tablets anew is better than one that does
 * not. A store that only does not answer has the key still, and nothing is touched.
 */
async function openSealed(bytes: Buffer, deps: SigningKeyDeps): Promise<SigningKey> {
  const { log } = deps;
  const file = filesIn(deps).sealed;
  const opening = openWith(deps.safe, bytes);
  const opened = await within(opening, deps);
  if (opened === 'unreadable') {
    log.warn(
      { file, keptAs: keepAside(file) },
      'the key that signs tokens cannot be opened here: everybody signs in, and devices are paired, anew',
    );
    return settle(randomBytes(keyBytes), deps);
  }
  if (opened !== 'away') return { key: opened };
  log.warn(
    { file },
    'the store of secrets does not answer: until it does nobody is known who was signed in or paired before; what is signed in or paired meanwhile is so until the next start',
  );
  return { key: randomBytes(keyBytes), late: lateKey(opening, bytes, deps) };
}

/** Asked for as long as this runs: the store may be locked until somebody comes to work. */
async function lateKey(opening: Promise<Opened>, bytes: Buffer, deps: SigningKeyDeps): Promise<Uint8Array | undefined> {
  let opened = await opening;
  while (opened === 'away') {
    await wait(deps.againMs ?? usualAgainMs, undefined, { ref: false });
    opened = await openWith(deps.safe, bytes);
  }
  return isKey(opened);
}

type Opened = Uint8Array | 'unreadable' | 'away';

const isKey = (opened: Opened) => (typeof opened === 'string' ? undefined : opened);

async function openWith(safe: KeySafe | undefined, bytes: Buffer): Promise<Opened> {
  if (!safe) return 'unreadable';
  try {
    const text = await safe.open(bytes);
    return text === undefined ? 'away' : (keyIn(text) ?? 'unreadable');
  } catch {
    return 'unreadable';
  }
}

async function within<Value>(asked: Promise<Value>, { patienceMs = usualPatienceMs }: SigningKeyDeps) {
  const over = new AbortController();
  const tooLong = wait(patienceMs, 'away' as const, { signal: over.signal }).catch(() => 'away' as const);
  return Promise.race([asked, tooLong]).finally(() => over.abort());
}

/** Keeps it for the next start, in the best place that there is. */
async function settle(key: Uint8Array, deps: SigningKeyDeps): Promise<SigningKey> {
  const { plain } = filesIn(deps);
  if (!(await seal(key, deps)) && readKeyFile(plain) === undefined) writeKeyFile(plain, Buffer.from(textOf(key)));
  return { key };
}

async function seal(key: Uint8Array, deps: SigningKeyDeps): Promise<boolean> {
  const { safe } = deps;
  const { plain, sealed } = filesIn(deps);
  if (!safe) return false;
  const bytes = await within(safe.seal(textOf(key)), deps).catch(() => 'away' as const);
  if (bytes === 'away') return false;
  // Only what can be opened again may take the place of the key itself.
  const again = await within(openWith(safe, bytes), deps);
  if (typeof again === 'string' || textOf(again) !== textOf(key)) return false;
  if (readKeyFile(sealed) !== undefined) keepAside(sealed);
  writeKeyFile(sealed, bytes);
  rmSync(plain, { force: true });
  return true;
}
