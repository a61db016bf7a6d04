import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one's own that goes with `remove`, whatever was left in it. */
export type TempDir = { readonly path: string; remove(): void };

export function createTempDir(): TempDir {
  const path = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
