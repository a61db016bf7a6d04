import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export type ReadJson =
  | { readonly found: 'object'; readonly content: Record<string, unknown> }
  | { readonly found: 'nothing' }
  /** There, but not to be read; `reason` ends a sentence. */
  | { readonly found: 'unreadable'; readonly reason: string };

/** A small file that a person may have edited: whatever is wrong with it is an answer, not an exception. */
export function readJsonObject(path: string): ReadJson {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      return { found: 'unreadable', reason: 'it does not hold one object' };
    }
    return { found: 'object', content: content as Record<string, unknown> };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { found: 'nothing' };
    return { found: 'unreadable', reason: code ? `reading it gave ${code}` : 'it is not JSON' };
  }
}

/** After a power cut there is the old file or the new one, never half of one. Readable by this account only. */
export function writeJson(path: string, content: Record<string, unknown>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${process.pid}.tmp`;
  try {
    writeDurably(half, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Out of the way, never deleted: what is in it may be all that a person has. Gives the new name. */
export function keepAside(path: string): string {
  for (let copy = 1; ; copy++) {
    const aside = `${path}.unreadable-${copy}`;
    if (existsSync(aside)) continue;
    renameSync(path, aside);
    return aside;
  }
}
