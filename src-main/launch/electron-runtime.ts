import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The Electron program: named by hand, or the one that belongs to the package. `undefined` when there is none. */
export function findElectron(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const named = env.ELECTRON_EXEC_PATH;
  if (named) return existsSync(named) ? resolve(named) : undefined;
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** It is a large file; after this long the kitchen rather has its board in the browser. */
const fetchLimitMs = 3 * 60_000;

/** Fetches the package's Electron, which npm leaves out where it may run no scripts. What it says is not for kitchens. */
export async function fetchElectron(root: string): Promise<void> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return;
  process.stderr.write('Fetching the window of Kitchen Pass (Electron), once…\n');
  const child = spawn(process.execPath, [script], { cwd: root, stdio: 'ignore', timeout: fetchLimitMs });
  await new Promise((resolve) => child.once('error', resolve).once('close', resolve));
}
