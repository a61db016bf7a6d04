import { chmodSync, closeSync, fchmodSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';

/** What the program keeps in its data folder; whatever else lies there is not ours to change. */
const ours = /^(kitchen\.db|lock\.db|signing\.key|settings\.json)/;
const logs = { folder: 'logs', ours: /^kitchen-pass\.log/ };

/** The file is there then, and of this account alone before anything is written into it ([OWN1]). */
export function makeOwnFile(path: string): void {
  const file = openSync(path, 'a', 0o600);
  try {
    fchmodSync(file, 0o600);
  } finally {
    closeSync(file);
  }
}

/** Takes from other accounts what they may do with files that an earlier program, or a copy by hand, has left open ([OWN1]). */
export function tightenFiles(dataDir: string, log: Logger): void {
  const found = [...filesIn(dataDir, ours), ...filesIn(join(dataDir, logs.folder), logs.ours)];
  const open = process.platform === 'win32' ? [] : found.filter(isOpenToOthers);
  const closed = open.filter(close);
  const stillOpen = open.filter((file) => !closed.includes(file));
  if (closed.length > 0) log.warn({ files: closed }, 'other accounts could read these files, and cannot any more');
  if (stillOpen.length > 0) log.warn({ files: stillOpen }, 'other accounts may read these files: they are not ours');
}

function filesIn(folder: string, names: RegExp): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => names.test(name))
      .map((name) => join(folder, name));
  } catch {
    // There is nothing yet; what cannot be read at all is told when it is opened.
    return [];
  }
}

/** Where a link leads is whoever made it's to decide. */
function isOpenToOthers(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && (found.mode & 0o077) !== 0;
}

function close(file: string): boolean {
  try {
    chmodSync(file, 0o600);
    return true;
  } catch {
    return false;
  }
}
