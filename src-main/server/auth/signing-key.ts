import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';

/** The operating system's store of secrets: what is sealed can be opened by this account on this machine only. */
export interface KeySafe {
  seal(text: string): Promise<Buffer>;
  /** Throws for what it has not sealed. */
  open(sealed: Buffer): Promise<string>;
}

export type SigningKeyDeps = {
  readonly dataDir: string;
  /** `undefined` where there is none: a box without a desktop. */
  readonly safe: KeySafe | undefined;
  readonly log: Logger;
};

const keyBytes = 32;

/**
 * The key that signs tokens, beside the database and not in it, so that a copy of that lets nobody in. Made at the first
 * start; sealed by the system where it can be, else a file that only the server's account may read ([KEP1]).
 */
export async function loadSigningKey(deps: SigningKeyDeps): Promise<Uint8Array> {
  const [plain, sealed] = [join(deps.dataDir, 'signing.key'), join(deps.dataDir, 'signing.key.sealed')];
  // In the open it is the newer one: a start without the system's store could not open what was sealed.
  const known = keyIn(readFile(plain)?.toString('utf8')) ?? (await openSealed(sealed, deps));
  const key = known ?? randomBytes(keyBytes);
  if (!(await sealKey(key, { plain, sealed }, deps)) && readFile(plain) === undefined)
    writeKey(plain, Buffer.from(textOf(key)));
  return key;
}

const textOf = (key: Uint8Array) => Buffer.from(key).toString('base64url');

function keyIn(text: string | undefined): Uint8Array | undefined {
  const key = Buffer.from(text?.trim() ?? '', 'base64url');
  return key.length === keyBytes ? key : undefined;
}

/** What cannot be opened is laid aside: a kitchen that starts and pairs its tablets anew is better than one that does not. */
async function openSealed(file: string, { safe, log }: SigningKeyDeps): Promise<Uint8Array | undefined> {
  const sealed = readFile(file);
  if (sealed === undefined) return undefined;
  const key = keyIn(await safe?.open(sealed).catch(() => undefined));
  if (key) return key;
  log.warn(
    { file },
    'the key that signs tokens cannot be opened here: everybody signs in, and devices are paired, anew',
  );
  renameSync(file, `${file}.unreadable`);
  return undefined;
}

async function sealKey(
  key: Uint8Array,
  { plain, sealed }: { readonly plain: string; readonly sealed: string },
  { safe }: SigningKeyDeps,
): Promise<boolean> {
  if (!safe) return false;
  if (readFile(sealed) !== undefined && readFile(plain) === undefined) return true;
  const bytes = await safe.seal(textOf(key)).catch(() => undefined);
  // Only what can be opened again may take the place of the key itself.
  if (!bytes || (await safe.open(bytes).catch(() => undefined)) !== textOf(key)) return false;
  writeKey(sealed, bytes);
  rmSync(plain, { force: true });
  return true;
}

function readFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and renamed, so that a power cut leaves a whole key or none. */
function writeKey(file: string, content: Buffer): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
}
