import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folders = ['src-shared', 'src-main', 'src-renderer'];
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** What must be there, whatever the stamp says. */
const entries = ['main/main.js', 'main/serve.js', 'main/reader.js', 'preload/bridge.cjs', 'renderer/index.html'];

const stampFile = (root: string) => join(root, 'out', 'built-from');

/**
 * One short text for everything the build is made from, by content: a fresh clone, a touched file and a clock that is
 * wrong change nothing, a deleted file does. Tests and pages of text are not part of it.
 */
export function fingerprintOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of [...folders.flatMap((folder) => sourcesIn(root, folder)), ...files]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Whether `out/` is a whole build of the sources as they are now. */
export function isBuilt(root: string): boolean {
  if (!existsSync(stampFile(root)) || !entries.every((entry) => existsSync(join(root, 'out', entry)))) return false;
  return readFileSync(stampFile(root), 'utf8') === fingerprintOf(root);
}

/** Before the first file of a build is written: a build that breaks off must not count. */
export function removeStamp(root: string): void {
  rmSync(stampFile(root), { force: true });
}

/** After the last file, with what the sources were before the first. */
export function writeStamp(root: string, fingerprint: string): void {
  writeFileSync(stampFile(root), fingerprint);
}
