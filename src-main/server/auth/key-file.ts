import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** `undefined` for one that is not there. */
export function readKeyFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** For this account alone. Written aside and renamed, so that a power cut leaves a whole key or none. */
export function writeKeyFile(file: string, content: Buffer): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
}
