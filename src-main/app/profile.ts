import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformFolders } from '../config/platform-folders.ts';

/**
 * Chromium's own files and the single-instance lock: one profile per data folder, so that two kitchens on one machine
 * have a window each while one kitchen never has two. Never inside the data folder, which may be read-only.
 */
function profileDir({ config, data }: PlatformFolders, dataDir: string): string {
  if (dataDir === data) return join(config, 'window');
  return join(config, `window-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
}

/** `undefined` when it cannot be made; Chromium's usual folder must do then. */
export function makeProfileDir(folders: PlatformFolders, dataDir: string): string | undefined {
  const folder = profileDir(folders, dataDir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return undefined;
  }
}
