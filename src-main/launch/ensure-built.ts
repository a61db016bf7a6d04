import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBuilt } from './sources.ts';

const minute = 60_000;

/** Makes `out/` a build of the present sources. Throws an `Error` with what to do, in words. */
export async function ensureBuilt(root: string): Promise<void> {
  if (isBuilt(root)) return;
  process.stderr.write('Building Kitchen Pass…\n');
  await oneAtATime(root, async () => {
    // Whoever was first may have built it while we waited.
    if (!isBuilt(root)) await build(root);
  });
}

/**
 * Two starts at once must not write over each other's build. SQLite's lock ends with the process that holds it, so a
 * killed start leaves nothing behind to be cleaned up.
 */
async function oneAtATime(root: string, work: () => Promise<void>): Promise<void> {
  const folder = join(root, 'node_modules', '.cache', 'kitchen-pass');
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'build.lock'), { timeout: 5 * minute });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    await work();
  } finally {
    lock.close();
  }
}

/** In a process of its own: the tools need much memory, which the server should not keep. */
async function build(root: string): Promise<void> {
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!existsSync(cli))
    throw new Error('Kitchen Pass is not built, and the tools to build it are not installed: npm ci');
  const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The build failed.\n${Buffer.concat(printed).toString().trim()}`);
}
