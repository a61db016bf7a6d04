import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

/**
 * The key that signs tokens: a file of its own that only the server's account may read, so that a copy of the
 * database lets nobody in. Made at the first start.
 */
export function loadSigningKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'signing.key');
  return readKey(file) ?? makeKey(file);
}

function readKey(file: string): Uint8Array | undefined {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    return key.length === keyBytes ? key : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and renamed, so that a power cut leaves a whole key or none. */
function makeKey(file: string): Uint8Array {
  const key = randomBytes(keyBytes);
  const handle = openSync(`${file}.new`, 'w', 0o600);
  writeSync(handle, key.toString('base64url'));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  return key;
}
